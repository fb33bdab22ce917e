package relais.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class HouseRulesTest {
    private static final Pattern EMPTY_NAME =
            Pattern.compile(".*(Impl|Manager|Util|Utils|Helper|Dto|DTO|Data)$|^(Base|Abstract)[A-Z].*");
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("relais");

    @Test
    void noPackagesDependOnEachOtherInACircle() {
        slices().assignedFrom(new EachPackage()).should().beFreeOfCycles().check(PRODUCT);
    }

    @Test
    void noNameOnlySaysThatAClassServesAnother() {
        noClasses()
                .that(areWrittenByHand())
                .should(com.tngtech.archunit.lang.conditions.ArchConditions.have(DescribedPredicate.describe(
                        "an empty name",
                        type -> EMPTY_NAME.matcher(type.getSimpleName()).matches())))
                .check(PRODUCT);
    }

    @Test
    void timeComesFromTheClockThatIsInjected() {
        noClasses()
                .that()
                .resideOutsideOfPackages("relais.platform..")
                .and()
                .doNotHaveFullyQualifiedName("relais.ui.Face") // of pages that belong to no request
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.ZonedDateTime.class, "now")
                .check(PRODUCT);
    }

    @Test
    void everyPackageIsNullMarkedAndSaysWhatItIs() {
        classes()
                .that(areWrittenByHand())
                .and()
                .doNotHaveModifier(JavaModifier.SYNTHETIC)
                .should(com.tngtech.archunit.lang.conditions.ArchConditions.have(DescribedPredicate.describe(
                        "a null-marked package", type -> type.getPackage().isAnnotatedWith(NullMarked.class))))
                .check(PRODUCT);
    }

    /** Every package is a slice of its own, also the sub-packages of one module. */
    private static final class EachPackage implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return SliceIdentifier.of(type.getPackageName());
        }

        @Override
        public String getDescription() {
            return "each package";
        }
    }

    private static DescribedPredicate<JavaClass> areWrittenByHand() {
        return DescribedPredicate.describe(
                "are written by hand", type -> !type.getSimpleName().matches("Jte.*Generated"));
    }
}
