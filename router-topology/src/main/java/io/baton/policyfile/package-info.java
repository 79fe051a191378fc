/**
 * The policy document: YAML in, a validated and compiled {@link io.baton.policy.ruleset.Ruleset} or every error out.
 *
 * <p>One reader a section. No decisions, and nothing that is looked up outside the document but the word lists that ship
 * with the router.
 */
@NullMarked
package io.baton.policyfile;

import org.jspecify.annotations.NullMarked;
