// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
/**
 * The encoder of sentences behind the second tier of text models, found by the commands about text models where this module is on the class
 * path. Nothing else lives here, and nothing of the router depends on it.
 */
package io.baton.embeddings;
