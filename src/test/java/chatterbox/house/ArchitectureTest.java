package chatterbox.house;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ext.Provider;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.conditions.ArchConditions.haveNameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

@AnalyzeClasses(packages = "chatterbox", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final long MOST_CLASSES = 15;

    @ArchTest
    static final ArchRule every_package_is_in_the_drawing = classes().should(beDrawn());

    @ArchTest
    static final ArchRule a_package_looks_only_at_floors_below = classes().should(Floors.lookOnlyDown());

    @ArchTest
    static final ArchRule no_package_is_part_of_a_cycle =
            slices().matching("chatterbox.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule only_live_knows_sockets = noClasses()
            .that()
            .resideOutsideOfPackage("chatterbox.live")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.websocket..");

    /** A server that loads parent-first fails to verify an application that names a class of EclipseLink's. */
    @ArchTest
    static final ArchRule nobody_names_eclipselink =
            noClasses().should().dependOnClassesThat().resideInAPackage("org.eclipse.persistence..");

    @ArchTest
    static final ArchRule security_knows_crypto_only = noClasses()
            .that()
            .resideInAPackage("chatterbox.security")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "java.sql..",
                    "javax.sql..",
                    "jakarta.persistence..",
                    "jakarta.servlet..",
                    "jakarta.ws..",
                    "jakarta.websocket.."));

    @ArchTest
    static final ArchRule protocol_is_records_and_their_codec = classes()
            .that()
            .resideInAPackage("chatterbox.protocol")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "java..", "com.fasterxml.jackson.core..", "chatterbox.protocol", "chatterbox.refusal"));

    @ArchTest
    static final ArchRule delivery_reasons_without_files_sockets_and_threads = classes()
            .that()
            .resideInAPackage("chatterbox.delivery")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "java.lang..",
                    "java.util",
                    "java.util.function",
                    "java.util.stream",
                    "java.time",
                    "chatterbox.delivery",
                    "chatterbox.protocol",
                    "chatterbox.refusal"));

    @ArchTest
    static final ArchRule the_client_stands_on_the_protocol_alone = classes()
            .that()
            .resideInAPackage("chatterbox.client")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "java..", "chatterbox.client", "chatterbox.delivery", "chatterbox.protocol", "chatterbox.refusal"));

    @ArchTest
    static final ArchRule nothing_of_the_server_knows_the_clients = noClasses()
            .that(resideOutsideOfPackages("chatterbox.client", "chatterbox.delivery", "chatterbox.terminal"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("chatterbox.client", "chatterbox.delivery");

    @ArchTest
    static final ArchRule only_the_launcher_names_a_server = noClasses()
            .that(resideOutsideOfPackages("chatterbox.launcher"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("fish.payara..", "org.glassfish..", "org.wildfly..", "org.apache.catalina..");

    @ArchTest
    static final ArchRule names_say_what_a_class_is = classes()
            .should(haveNameMatching(
                    "^(?!.*[.$]Default[A-Z])(?!.*(Impl|Manager|Helper|Utils?|Service|DTO|Dto|Facade)(\\$|$)).*"));

    @ArchTest
    static final ArchRule nobody_logs_around_the_system_logger = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

    @ArchTest
    static final ArchRule nobody_prints = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    /** GlassFish and Payara refuse to deploy an application where one does. */
    @ArchTest
    static final ArchRule lifecycle_methods_declare_no_exception = methods()
            .that()
            .areAnnotatedWith(PreDestroy.class)
            .or()
            .areAnnotatedWith(PostConstruct.class)
            .should(declareNoException());

    /** OpenWebBeans, in TomEE, takes such a bean for an intercepted one and does not deploy it when it is final. */
    @ArchTest
    static final ArchRule beans_with_a_lifecycle_are_not_final = classes()
            .that()
            .containAnyMethodsThat(annotatedWith(PreDestroy.class).or(annotatedWith(PostConstruct.class)))
            .should()
            .notHaveModifier(JavaModifier.FINAL);

    /** RESTEasy, in WildFly, finds no other; so their fields are injected. */
    @ArchTest
    static final ArchRule resources_and_providers_have_no_constructor_with_parameters = constructors()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Path.class)
            .or()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Provider.class)
            .should()
            .haveRawParameterTypes(new Class<?>[0]);

    @ArchTest
    static void every_package_says_what_it_is_for(JavaClasses house) {
        var described = house.that(named("package-info")).stream().map(JavaClass::getPackageName);
        var all = house.stream().map(JavaClass::getPackageName).distinct();

        assertThat(described).containsExactlyInAnyOrderElementsOf(all.toList());
    }

    @ArchTest
    static void a_package_has_few_classes(JavaClasses house) {
        var sizes = house.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !named("package-info").test(type))
                .collect(groupingBy(JavaClass::getPackageName, counting()));

        assertThat(sizes).allSatisfy((name, size) -> assertThat(size).as(name).isLessThanOrEqualTo(MOST_CLASSES));
    }

    private static DescribedPredicate<JavaClass> named(String simpleName) {
        return DescribedPredicate.describe(
                simpleName, type -> type.getSimpleName().equals(simpleName));
    }

    private static ArchCondition<JavaClass> beDrawn() {
        return new ArchCondition<>("be on a floor of the drawing") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                events.add(new SimpleConditionEvent(type, Floors.isDrawn(type), type.getName()));
            }
        };
    }

    private static ArchCondition<JavaMethod> declareNoException() {
        return new ArchCondition<>("declare no exception") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                events.add(new SimpleConditionEvent(
                        method, method.getThrowsClause().size() == 0, method.getFullName() + " declares exceptions"));
            }
        };
    }
}
