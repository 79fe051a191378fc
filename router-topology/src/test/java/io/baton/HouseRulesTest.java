// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The rules of the house, one a test. A rule about a room that is still empty holds. */
class HouseRulesTest {

    private static final String EVENT = "io.baton.event";
    private static final String STATE = "io.baton.state";
    private static final Set<String> FORBIDDEN_ROOMS =
            Set.of("util", "utils", "common", "misc", "helper", "helpers", "impl", "base");

    private static JavaClasses house;

    @BeforeAll
    static void readTheHouse() {
        house = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.baton");
    }

    @Test
    @DisplayName("The entry point opens the door of the command line and no other")
    void entryPoint() {
        room("io.baton").mayImport("io.baton.cli..");
    }

    @Test
    @DisplayName("Names know nothing but the language")
    void names() {
        room("io.baton.names..").mayImport();
        noClasses()
                .that()
                .resideInAPackage("io.baton.names..")
                .should()
                .dependOnClassesThat(resideOutsideOfPackages("java..", "io.baton..", "org.jspecify.."))
                .allowEmptyShould(true)
                .check(house);
    }

    @Test
    @DisplayName("Configuration knows names, policy and how a file is read")
    void config() {
        room("io.baton.config..").mayImport("io.baton.names..", "io.baton.policy..", "io.baton.yaml..");
    }

    @Test
    @DisplayName("The file reader knows no meaning")
    void yaml() {
        room("io.baton.yaml..").mayImport();
    }

    @Test
    @DisplayName("The running process knows neither the command line nor the lab")
    void runtime() {
        noClasses()
                .that()
                .resideInAPackage("io.baton.runtime..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.baton.cli..", "io.baton.lab..")
                .allowEmptyShould(true)
                .check(house);
    }

    @Test
    @DisplayName("A serde knows names and schemas")
    void serde() {
        room("io.baton.serde..").mayImport("io.baton.names..");
    }

    @Test
    @DisplayName("The store knows serdes and schemas")
    void store() {
        room("io.baton.store..").mayImport("io.baton.serde..");
    }

    @Test
    @DisplayName("The failure room knows names and serdes")
    void failure() {
        room("io.baton.failure..").mayImport("io.baton.names..", "io.baton.serde..");
    }

    @Test
    @DisplayName("Intake knows names, serdes, the failure room, privacy and the ruleset")
    void intake() {
        room("io.baton.intake..")
                .mayImport(
                        "io.baton.names..",
                        "io.baton.serde..",
                        "io.baton.failure..",
                        "io.baton.policy.privacy..",
                        "io.baton.policy.ruleset..");
    }

    @Test
    @DisplayName("The policy file becomes policy and meets nothing else")
    void policyFile() {
        room("io.baton.policyfile..").mayImport("io.baton.policy..", "io.baton.names..", "io.baton.yaml..");
    }

    @Test
    @DisplayName("The model file becomes a model and meets nothing else")
    void modelFile() {
        room("io.baton.modelfile..").mayImport("io.baton.policy..");
    }

    @Test
    @DisplayName("The packed state knows names, and not what it keeps")
    void packed() {
        room("io.baton.packed..").mayImport("io.baton.names..");
    }

    @Test
    @DisplayName("A question knows the stores, the rules that decide and what reads them; never who asks")
    void query() {
        room("io.baton.query..")
                .mayImport(
                        "io.baton.names..",
                        "io.baton.policy..",
                        "io.baton.processor..",
                        "io.baton.packed..",
                        "io.baton.store..",
                        "io.baton.serde..");
    }

    @Test
    @DisplayName("A processor knows policy, names, serdes, intake and the failure room")
    void processor() {
        room("io.baton.processor..")
                .mayImport(
                        "io.baton.policy..",
                        "io.baton.policyfile..",
                        "io.baton.names..",
                        "io.baton.serde..",
                        "io.baton.intake..",
                        "io.baton.packed..",
                        "io.baton.store..",
                        "io.baton.failure..");
    }

    @Test
    @DisplayName("The topology knows processors and what they know, and the configuration")
    void topology() {
        room("io.baton.topology..")
                .mayImport(
                        "io.baton.processor..",
                        "io.baton.policy..",
                        "io.baton.policyfile..",
                        "io.baton.modelfile..",
                        "io.baton.names..",
                        "io.baton.serde..",
                        "io.baton.intake..",
                        "io.baton.failure..",
                        "io.baton.config..");
    }

    @Test
    @DisplayName("The embedded broker and registry know no room of ours")
    void embeddedServers() {
        room("io.baton.edge.broker..").mayImport();
        room("io.baton.edge.registry..").mayImport();
    }

    @Test
    @DisplayName("An edge knows neither the command line nor the lab")
    void edges() {
        noClasses()
                .that()
                .resideInAPackage("io.baton.edge..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.baton.cli..", "io.baton.lab..")
                .allowEmptyShould(true)
                .check(house);
    }

    @Test
    @DisplayName("The lab runs everything but the command line")
    void lab() {
        noClasses()
                .that()
                .resideInAPackage("io.baton.lab..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.baton.cli..")
                .allowEmptyShould(true)
                .check(house);
    }

    @Test
    @DisplayName(
            "Policy knows no Kafka, no clock, no logger and no file: it imports the language, the schemas and itself")
    void policy() {
        policyRoom("io.baton.policy..", "io.baton.policy.condition..", "io.baton.policy.privacy..");
    }

    @Test
    @DisplayName("Conditions may use the expression engine besides")
    void condition() {
        policyRoomWith("io.baton.policy.condition..", "dev.cel..", "com.google.common.collect..");
    }

    @Test
    @DisplayName("Privacy may use the telephone number library besides")
    void privacy() {
        policyRoomWith("io.baton.policy.privacy..", "com.google.i18n.phonenumbers..");
    }

    @Test
    @DisplayName("Policy reads and writes nothing outside the process")
    void policyHasNoInputOrOutput() {
        noClasses()
                .that()
                .resideInAPackage("io.baton.policy..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net..", "java.nio.file..", "java.sql..", "java.util.logging..")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.io\\.(File|RandomAccess|InputStream|Reader|Writer|Print).*")
                .allowEmptyShould(true)
                .check(house);
    }

    @Test
    @DisplayName("No room needs a room that needs it")
    void noCyclesBetweenRooms() {
        slices().matching("io.baton.(*)..").should().beFreeOfCycles().check(house);
    }

    @Test
    @DisplayName("No room of the policy needs a room that needs it; the list of signals is a word that all may say")
    void noCyclesInsideThePolicy() {
        slices().matching("io.baton.policy.(*)..")
                .should()
                .beFreeOfCycles()
                .ignoreDependency(
                        alwaysTrue(),
                        DescribedPredicate.describe(
                                "the list of signals", type -> type.getName().equals("io.baton.policy.signal.Signal")))
                .allowEmptyShould(true)
                .check(house);
    }

    @Test
    @DisplayName("Policy, processors and topology take time from the record and never wait or print")
    void noClockNoPrintNoSleep() {
        noClasses()
                .that()
                .resideInAnyPackage("io.baton.policy..", "io.baton.processor..", "io.baton.topology..")
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "asks the clock of the host or waits", HouseRulesTest::isClockOrWait))
                .orShould()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .allowEmptyShould(true)
                .check(house);
    }

    @Test
    @DisplayName("Every room has a door plate, and null is never meant by accident")
    void everyPackageHasItsPackageInfo() {
        Set<String> rooms = new TreeSet<>();
        Set<String> plates = new TreeSet<>();
        for (JavaClass type : house) {
            if (type.getPackageName().equals(EVENT) || type.getPackageName().equals(STATE)) {
                continue;
            }
            rooms.add(type.getPackageName());
            if (type.getSimpleName().equals("package-info") && type.isAnnotatedWith(NullMarked.class)) {
                plates.add(type.getPackageName());
            }
        }
        assertThat(plates).isEqualTo(rooms);
    }

    @Test
    @DisplayName("No util, common, misc, helper, impl or base: if a thing has no room, the room is missing")
    void noRoomForOddsAndEnds() {
        List<String> found = new ArrayList<>();
        for (JavaClass type : house) {
            for (String part : type.getPackageName().split("\\.")) {
                if (FORBIDDEN_ROOMS.contains(part)) {
                    found.add(type.getName());
                }
            }
            if (type.getSimpleName().matches("(Base|Abstract)[A-Z].*|.*(Utils?|Common|Misc|Helpers?|Impl|Base)")) {
                found.add(type.getName());
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    @DisplayName("Only the entry point and the command line end the process")
    void onlyTheCommandLineEndsTheProcess() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.baton.cli..")
                .and()
                .doNotHaveFullyQualifiedName("io.baton.Baton")
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class)
                .check(house);
    }

    @Test
    @DisplayName("A public record is never changed once intake has built it")
    void publicRecordsAreNotChanged() {
        noClasses()
                .that()
                .resideOutsideOfPackages(EVENT, "io.baton.intake..")
                .should()
                .callMethodWhere(
                        DescribedPredicate.describe("sets a field of a public record", call -> isSetter(call, EVENT)))
                .check(house);
    }

    @Test
    @DisplayName("Only policy, processors and the lab change state; the store fills in what it reads back")
    void stateIsChangedInFewPlaces() {
        noClasses()
                .that(resideOutsideOfPackages(
                        STATE, "io.baton.policy..", "io.baton.processor..", "io.baton.store..", "io.baton.lab.."))
                .should()
                .callMethodWhere(
                        DescribedPredicate.describe("sets a field of a state record", call -> isSetter(call, STATE)))
                .check(house);
    }

    @Test
    @DisplayName("Policy keeps nothing between two calls")
    void policyHasNoMutableStaticFields() {
        fields().that()
                .areDeclaredInClassesThat()
                .resideInAPackage("io.baton.policy..")
                .and()
                .areStatic()
                .should()
                .beFinal()
                .allowEmptyShould(true)
                .check(house);
    }

    @Test
    @DisplayName("A class that nobody extends is final")
    void classesAreFinal() {
        classes()
                .that(not(resideInAnyPackage(EVENT, STATE)))
                .and()
                .areNotInterfaces()
                .and()
                .areNotEnums()
                .and()
                .areNotAnonymousClasses()
                .and(DescribedPredicate.describe(
                        "nobody extends", type -> type.getSubclasses().isEmpty()))
                .and(DescribedPredicate.describe(
                        "are no door plate", type -> !type.getSimpleName().equals("package-info")))
                .should()
                .haveModifier(JavaModifier.FINAL)
                .check(house);
    }

    private static Room room(String pattern) {
        return new Room(pattern);
    }

    private static void policyRoom(String pattern, String... excepted) {
        noClasses()
                .that(resideInAnyPackage(pattern).and(resideOutsideOfPackages(excepted)))
                .should()
                .dependOnClassesThat(
                        resideOutsideOfPackages("java..", EVENT, STATE, "io.baton.policy..", "org.jspecify.."))
                .allowEmptyShould(true)
                .check(house);
    }

    private static void policyRoomWith(String pattern, String... libraries) {
        List<String> allowed = new ArrayList<>(List.of("java..", EVENT, STATE, "io.baton.policy..", "org.jspecify.."));
        allowed.addAll(List.of(libraries));
        noClasses()
                .that()
                .resideInAPackage(pattern)
                .should()
                .dependOnClassesThat(resideOutsideOfPackages(allowed.toArray(String[]::new)))
                .allowEmptyShould(true)
                .check(house);
    }

    private static boolean isClockOrWait(JavaCall<?> call) {
        String owner = call.getTargetOwner().getName();
        String name = call.getName();
        boolean now = owner.startsWith("java.time.") && (name.equals("now") || name.startsWith("system"));
        boolean system =
                owner.equals("java.lang.System") && (name.equals("currentTimeMillis") || name.equals("nanoTime"));
        boolean wait = owner.equals("java.lang.Thread") && name.equals("sleep");
        return now || system || wait;
    }

    private static boolean isSetter(JavaCall<?> call, String room) {
        JavaClass owner = call.getTargetOwner();
        return owner.getPackageName().equals(room)
                && owner.isAssignableTo(SpecificRecordBase.class)
                && call.getName().matches("set[A-Z].*|put");
    }

    /** A room and what it may import of the house besides itself and the schemas. */
    private record Room(String pattern) {

        void mayImport(String... others) {
            List<String> allowed = new ArrayList<>(List.of(others));
            allowed.add(pattern);
            allowed.add(EVENT);
            allowed.add(STATE);
            DescribedPredicate<JavaClass> ofTheHouse = resideInAnyPackage("io.baton..");
            noClasses()
                    .that()
                    .resideInAPackage(pattern)
                    .should()
                    .dependOnClassesThat(ofTheHouse.and(resideOutsideOfPackages(allowed.toArray(String[]::new))))
                    .allowEmptyShould(true)
                    .check(house);
        }
    }
}
