// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal.text;

/**
 * The words that the lexicon knows; English first, with the commonest ones of German, French and Spanish service
 * conversations. Valences were set by hand for support conversations: words that merely name a problem ("error",
 * "issue") weigh little, because everybody who writes to support has one.
 */
final class WordLists {

    private WordLists() {}

    /** Lines of {@code valence: words}, or {@code valence / valence when negated: words}. */
    static final String VALENCES = """
            2.8: amazing, awesome, brilliant, excellent, fantastic, love it, love this, outstanding, perfect, superb,
            2.4: wonderful, great job, life saver, lifesaver, works perfectly, works great, you rock, made my day
            2.0: great, love, loved, thrilled, delighted, impressed, works now, working now, all good, solved, sorted
            1.6: good, nice, glad, happy, cool, helpful, fixed, resolved
            1.2: fine, pleased, best, better, enjoy, pleasure, friendly, quick, fast, smooth, no worries, no problem
            0.8: ok, okay, thank*, thx, appreciate, appreciated, cheers, sure, easy, correct, clear, welcome, not bad, interesting, hope, hopefully, that helps
            0.6: no thanks, no thank you, nothing else, yes please, sounds good, yay, wow, recommend
            0 / -1.5: help, helping, helps, helped, solve, solving, answer, answering, listen, listening, respond
            0 / -1.4: works, work, working, function, functioning, worked
            0 / -1.0: understand, understanding, load, loading, open, opening, connect, connecting, sync, syncing
            0 / -0.9: log, login, access, save, send, sending, respond, responding, receive, received, arrive, arrived
            0 / -1.2: care, caring, trust, acceptable, reasonable, fair, useful, professional, enough, believe
            -0.3: error, errors, issue, issues, question, concern, no idea, unsure, wait, again
            -0.6: problem, problems, bug, bugs, trouble, missing, slow, delay, delayed, unable, late, lost, stuck
            -0.8: wrong, incorrect, fail, fails, failed, failing, crash*, broken, broke, down, confused, confusing
            -0.8: unfortunately, sorry, difficult, hard, unclear, never mind, nevermind, whatever, sigh, still waiting
            -1.2: bad, poor, worse, annoyed, annoying, unhappy, upset, disappointed, disappointing, tired of, refuse
            -1.2: doesn't make sense, makes no sense, did not answer, that's not what i, not what i asked, once again
            -1.2: i already told, i already said, i just told, i just said, already told you, already said, no use
            -1.5: frustrated, frustrating, frustration, nonsense, unhelpful, useless, pointless, mess, lousy, stupid
            -1.5: can't stand, cannot stand, dumb, sick of, fed up, had enough, unreliable, unprofessional, waste, wasted, wasting, rude, ignored
            -1.5: hours, for weeks, for days, wtf, ugh, argh, seriously, joke, come on, hate, hated, misleading, weird
            -2.0: angry, mad, terrible, horrible, awful, ridiculous, unacceptable, waste of time, wasting my time
            -2.0: complaint, complaints, complain*, cheated, lied, liar*, lying, incompetent, idiot*, moron*, crap
            -2.0: never works, third time, fourth time, fifth time, over and over, every single time, how many times
            -2.5: worst, furious, outrageous, outraged, disgusting, disgusted, disgraceful, disgrace, appalling, scam*
            -2.5: pathetic, garbage, rubbish, trash, robbery, thieves, fraud*, livid, nightmare, shame on you, damn
            -2.8: bullshit, shit*, fuck*, asshole*, goddamn, screw you, go to hell, piss off, pissed off, bastard*
            1.6: danke*, super, toll, prima, gut, klasse, merci, parfait, génial, super bien, bien, gracias, perfecto
            1.6: genial, excelente, bueno, buena, estupendo, wunderbar, ausgezeichnet, formidable, encantado
            0 / -1.4: funktioniert, geht, klappt, marche, fonctionne, funciona, hilft, aide, ayuda, ayudan
            -1.4: funktioniert nicht, geht nicht, klappt nicht, marche pas, fonctionne pas, immer noch nicht
            -0.8: fehler, leider, kaputt, falsch, erreur, faux, cassé, malheureusement, roto, mal, fallo
            -1.5: enttäuscht, ärgerlich, nervt, genervt, schlecht, mies, déçu, déçue, nul, nulle, énervé, frustré
            -1.5: decepcionado, decepcionada, molesto, molesta, frustrado, frustrada, harto, harta, malo, mala
            -2.3: unverschämt*, katastrophe, frechheit, wütend, beschwerde*, unmöglich, schrecklich, furchtbar, schlimm
            -2.3: inadmissible, scandaleux, honteux, furieux, furieuse, inacceptable, arnaque, horrible
            -2.3: inaceptable, vergüenza, furioso, furiosa, estafa, pésimo, pésima, terrible, queja, indignante
            """;

    /** Lines of {@code words reached / 1 where it denies an act: words}. */
    static final String NEGATORS = """
            3 / 1: not, never, don't, dont, doesn't, doesnt, isn't, isnt, aren't, arent, wasn't, wasnt, weren't, ain't
            3 / 1: nor, neither, hardly, barely, nicht, kein, keine, keinen, nie, pas, jamais, nunca, nada
            3 / 0: didn't, didnt, hasn't, haven't, hadn't, hasnt, havent, cannot, can't, cant, couldn't, couldnt
            3 / 0: won't, wont, wouldn't, wouldnt, shouldn't, unable to, nobody, nothing, fails to, failed to, refuses to
            2 / 1: without, sans, ohne, sin, zero
            1 / 1: no, ne, aucun, aucune
            """;

    /** Lines of {@code factor: words}. */
    static final String DEGREES = """
            1.3: very, really, so, too, extremely, absolutely, totally, completely, utterly, incredibly, highly, super
            1.3: such, truly, fucking, damn, bloody, beyond, deeply, most, sehr, total, völlig, très, vraiment, trop
            1.3: muy, tan, demasiado, wirklich, completely and utterly, still, always, constantly, even
            0.6: slightly, somewhat, a bit, a little, kind of, kinda, sort of, fairly, quite, pretty, mildly, etwas
            0.6: ein bisschen, un peu, un poco, bit, partly, almost, mostly, bastante, assez, ziemlich
            """;

    /** Lines of {@code cue: phrases}. Requests, refusals and courtesies that any policy needs; it adds its own. */
    static final String CUES = """
            CONTRAST: but, however, yet, although, though, except, aber, jedoch, mais, pero, cependant, sin embargo
            REFUSAL: don't want, dont want, do not want, don't need, dont need, do not need, doesn't need, didn't want
            REFUSAL: no need, don't have to, do not have to, needn't, need not, wouldn't like, would not like, not asking
            REFUSAL: not looking, not trying, not planning, not going to, not gonna, never want, never wanted, not want
            REFUSAL: did not want, didn't mean to, did not mean to, don't wish, do not wish, without, rather not, won't be
            REFUSAL: rather than, instead of, not necessary, i won't, we won't, i will not, we will not, am i talking, am i speaking, am i chatting, are you a
            REFUSAL: didn't ask, did not ask, not here to, i wouldn't
            REFUSAL: möchte nicht, will nicht, will keinen, brauche keinen, brauche keine, kein bedarf, möchte keinen
            REFUSAL: ne veux pas, veux pas, pas besoin, sans, no quiero, no necesito, no hace falta, ohne, anstatt
            DECLINED: not needed, isn't needed, not necessary, isn't necessary, not required, unnecessary, not yet
            RESTART: i, i'm, i'd, just, get, give, let, instead, so, then, please, ich, je, yo, please just, stop
            CONTACT: talk, speak, chat, talking, speaking, chatting, connect me, connect us, transfer me, transfer us
            CONTACT: put me through, put me in touch, put me on, pass me, pass this, forward me, forward this, switch me
            CONTACT: hand me over, hand this over, hand me off, escalate, escalate this, escalate me, direct me, route me
            CONTACT: hand over, transfer this, refer me, let me have, bring me, move me, redirect me, reach
            CONTACT: sprechen, reden, verbinden, verbinde, weiterleiten, parler, hablar, pasarme, comunicarme, discuter
            WANT: want, need, would like, i'd like, id like, prefer, get me, give me, is there, are there, can i get, can i
            WANT: could i, may i, can you get, could you get, i demand, demand, request, requesting, let me, looking for
            WANT: i wish, send me, find me, möchte, ich will, brauche, hätte gerne, veux, voudrais, besoin, quiero
            WANT: necesito, quisiera, puedo, kann ich, puis, where is, where's, how do i get, call me, no more bots, asking
            PERSON: human, humans, human being, human agent, human support, human person, real person, real people
            PERSON: actual person, actual human, live person, live human, real human, live agent, real agent, human help
            PERSON: living person, human representative, human operator, flesh and blood, live chat agent, live support
            PERSON: real life person, live representative, human rep, menschen, mensch, echte person, echten menschen
            PERSON: echten mitarbeiter, humain, personne réelle, vraie personne, agent humain, conseiller humain
            PERSON: humano, persona real, agente humano, persona de verdad, ser humano, human assistance, human contact
            AGENT: agent, agents, representative, representatives, rep, operator, supervisor, manager, support agent
            AGENT: customer service, customer support, service agent, support team, support person, support rep, staff
            AGENT: advisor, adviser, specialist, team member, employee, colleague, service representative, call center
            AGENT: mitarbeiter, mitarbeiterin, kundendienst, kundenservice, berater, conseiller, conseillère, agente
            AGENT: service client, responsable, encargado, representante, operador, atención al cliente, consultant
            ANYONE: someone, somebody, anyone, anybody, a person, person, people, jemand, jemanden, jemandem, quelqu'un
            ANYONE: alguien, une personne, una persona, einer person, someone else, somebody else, someone real
            DISPUTE: dispute this charge, dispute the charge, dispute a charge, dispute this, disputing, chargeback*
            DISPUTE: dispute charge*, unauthorised charge*, unauthorized charge*, unauthorised payment*, dispute my
            DISPUTE: unauthorized payment*, unauthorised transaction*, unauthorized transaction*, charged twice
            DISPUTE: charged me twice, charged us twice, double charged, double charge*, charged double, billed twice
            DISPUTE: billed me twice, billed us twice, charged two times, duplicate charge*, didn't authorise
            DISPUTE: didn't authorize, did not authorise, did not authorize, never authorised, never authorized
            DISPUTE: fraudulent charge*, fraudulent transaction*, don't recognise this charge, dispute an invoice
            DISPUTE: don't recognize this charge, don't recognise the charge, don't recognize the charge
            DISPUTE: charged without my, dispute the invoice, dispute this invoice, contest this charge, doppelt abgebucht
            DISPUTE: zweimal abgebucht, débité deux fois, prélevé deux fois, cobrado dos veces, cargo no autorizado
            RE_PROMPT: could you rephrase, can you rephrase, please rephrase, try rephrasing, rephrase your, rephrase that
            RE_PROMPT: didn't understand, did not understand, don't understand, do not understand, not understand that
            RE_PROMPT: didn't catch, did not catch, didn't get that, did not get that, didn't quite get, didn't quite catch
            RE_PROMPT: not sure i understand, not sure what you mean, can you repeat, could you repeat, say that again
            RE_PROMPT: can you clarify, could you clarify, please clarify, what do you mean, be more specific, not following
            RE_PROMPT: having trouble understanding, unable to understand, couldn't understand, could not understand
            RE_PROMPT: nicht verstanden, anders formulieren, nochmal sagen, pas compris, reformuler, no entiendo
            RE_PROMPT: no he entendido, no te he entendido, puedes repetir, puede repetir, try asking, ask in a different way
            THANKS: thanks, thank you, thx, ty, many thanks, appreciate it, cheers, danke, dankeschön, vielen dank, merci
            THANKS: gracias, muchas gracias, much appreciated, thank u, thanx, appreciated
            GOODBYE: bye, goodbye, good bye, bye bye, have a nice day, have a good day, have a great day, see you, cya
            GOODBYE: that's all, that is all, that's everything, that will be all, that'll be all, nothing else, all set
            GOODBYE: i'm good, tschüss, auf wiedersehen, au revoir, bonne journée, adiós, hasta luego, that's it, take care
            """;

    /** Words without content of their own: they neither make two messages alike nor turn thanks into a request. */
    static final String FILLERS = """
            a, an, the, this, that, these, those, it, its, it's, i, i'm, im, i'd, i've, i'll, me, my, mine, we, us, our, you
            your, you're, he, she, they, them, their, is, am, are, was, were, be, been, being, do, does, did, done, has, have
            had, will, would, can, could, should, may, might, must, shall, to, of, in, on, at, for, from, with, by, about, as
            into, and, or, but, so, if, then, than, there, here, just, also, too, very, really, still, again, already, yet, now
            please, pls, plz, yes, yeah, yep, yup, no, nope, not, don't, doesn't, didn't, can't, won't, isn't, ok, okay, sure
            alright, right, well, oh, ah, hi, hello, hey, hmm, um, uh, dear, thanks, thank, thx, thank you, great, good, nice
            perfect, fine, cool, awesome, excellent, wonderful, amazing, lovely, appreciate, appreciated, help, helping, helped
            bye, goodbye, day, evening, night, weekend, week, morning, afternoon, much, lot, all, everything, nothing, else
            that's, what's, there's, let, let's, get, got, go, want, need, needed, like, know, see, think, say, said, tell, told
            am, pm, some, any, one, more, up, out, off, over, time, service, support, assistance, today, have, sounds, for now
            ich, du, sie, er, es, wir, ihr, der, die, das, ein, eine, einen, und, oder, ist, sind, war, habe, hat, nicht, kein
            mir, mich, mein, meine, zu, mit, von, auf, für, danke, bitte, ja, nein, noch, schon, sehr, gut, super, hallo, alles
            je, tu, il, elle, nous, vous, le, la, les, un, une, des, du, de, et, ou, est, sont, ai, a, ne, pas, mon, ma, mes, pour
            dans, sur, avec, merci, oui, non, bonjour, très, bien, ça, ce, yo, tú, él, el, los, las, una, y, o, es, son, he, ha
            mi, mis, por, para, con, en, que, qué, gracias, sí, hola, muy, lo, se
            """;
}
