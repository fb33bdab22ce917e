package relais.records.imports.columns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import relais.platform.text.Dates;
import relais.records.imports.source.Limits;
import relais.records.imports.source.SourceFile;
import relais.records.types.FieldType;

class ProposalsTest {
    private static final Set<String> FIELDS = Set.of(
            "reference",
            "name",
            "givenName",
            "familyName",
            "emails",
            "phones",
            "addresses",
            "birthDate",
            "stage",
            "tier",
            "owner",
            "site",
            "language",
            "industry",
            "tags",
            "kind",
            "parent",
            "preferences");

    @TempDir
    Path folder = Path.of("");

    @Test
    void theTelephoneCompanysFileIsUnderstood() {
        var file = real("telco/Telco-Customer-Churn.csv");
        var targets = targets(file);
        assertThat(targets).containsEntry("customerID", "reference");
        assertThat(targets.values()).filteredOn("new"::equals).hasSize(20);
        assertThat(types(file))
                .containsEntry("gender", FieldType.CHOICE)
                .containsEntry("SeniorCitizen", FieldType.BOOLEAN)
                .containsEntry("Partner", FieldType.BOOLEAN)
                .containsEntry("tenure", FieldType.NUMBER)
                .containsEntry("MultipleLines", FieldType.CHOICE)
                .containsEntry("Contract", FieldType.CHOICE)
                .containsEntry("MonthlyCharges", FieldType.NUMBER)
                .containsEntry("TotalCharges", FieldType.NUMBER)
                .containsEntry("Churn", FieldType.BOOLEAN);
        assertThat(column(file, "MonthlyCharges").label()).isEqualTo("Monthly charges");
        assertThat(column(file, "StreamingTV").label()).isEqualTo("Streaming TV");
        assertThat(column(file, "TotalCharges").filled()).isEqualTo(7032);
        assertThat(column(file, "Contract").distinct()).hasSize(3);
    }

    @Test
    void theAccountsFileIsUnderstood() {
        var file = real("crm-pipeline/accounts.csv");
        assertThat(targets(file))
                .containsEntry("account", "name")
                .containsEntry("sector", "industry")
                .containsEntry("year_established", "new")
                .containsEntry("revenue", "new")
                .containsEntry("employees", "new")
                .containsEntry("office_location", "addresses#country")
                .containsEntry("subsidiary_of", "parent");
        assertThat(types(file)).containsEntry("revenue", FieldType.NUMBER).containsEntry("employees", FieldType.NUMBER);
    }

    @Test
    void thePersonsFileIsUnderstood() {
        var file = real("dedupe/dataset3.csv");
        assertThat(targets(file))
                .containsEntry("rec_id", "reference")
                .containsEntry("given_name", "givenName")
                .containsEntry("surname", "familyName")
                .containsEntry("street_number", "addresses#number")
                .containsEntry("address_1", "addresses#line1")
                .containsEntry("address_2", "addresses#line2")
                .containsEntry("suburb", "addresses#city")
                .containsEntry("postcode", "addresses#postcode")
                .containsEntry("state", "new")
                .containsEntry("date_of_birth", "birthDate")
                .containsEntry("soc_sec_id", "new");
        assertThat(types(file)).containsEntry("soc_sec_id", FieldType.TEXT).containsEntry("state", FieldType.TEXT);
    }

    @Test
    void aFrenchFileIsUnderstood() throws IOException {
        var text = new StringBuilder("REF_CLIENT;Raison sociale;Tél.;Portable;Courriel;CP;Cat.;Commercial;Dernière cde;"
                + "CA N-1;Nb machines;Accord mail;Mémo interne 2;Né(e) le\n");
        for (int i = 0; i < 40; i++) {
            text.append("V-")
                    .append(1000 + i)
                    .append(";Hôtel n° ")
                    .append(i)
                    .append(";04.78.55.01.")
                    .append(10 + i)
                    .append(";06 12 34 56 ")
                    .append(10 + i)
                    .append(";accueil")
                    .append(i)
                    .append("@parc.example;69003;")
                    .append("ABC".charAt(i % 3))
                    .append(";I. GARNIER;")
                    .append(1 + i % 28)
                    .append("/12/2025;12 480,")
                    .append(10 + i)
                    .append(';')
                    .append(i % 20)
                    .append(";")
                    .append(i % 2 == 0 ? "O" : "N")
                    .append(";;13/04/1980\n");
        }
        var file = profile(text.toString(), "windows-1252");
        assertThat(targets(file))
                .containsEntry("REF_CLIENT", "reference")
                .containsEntry("Raison sociale", "name")
                .containsEntry("Tél.", "phones")
                .containsEntry("Portable", "phones#mobile")
                .containsEntry("Courriel", "emails")
                .containsEntry("CP", "addresses#postcode")
                .containsEntry("Cat.", "tier")
                .containsEntry("Commercial", "owner")
                .containsEntry("Dernière cde", "new")
                .containsEntry("CA N-1", "new")
                .containsEntry("Mémo interne 2", "skip")
                .containsEntry("Né(e) le", "birthDate");
        assertThat(types(file))
                .containsEntry("Dernière cde", FieldType.DATE)
                .containsEntry("CA N-1", FieldType.NUMBER)
                .containsEntry("Accord mail", FieldType.BOOLEAN);
        assertThat(column(file, "CA N-1").label()).isEqualTo("CA N-1");
        assertThat(column(file, "CA N-1").french()).isTrue();
    }

    @Test
    void aNameAloneNamesTheCustomerAndBesideAFirstNameTheFamily() throws IOException {
        assertThat(targets(profile("Nom,Ville\nParc,Lyon\n", "UTF-8"))).containsEntry("Nom", "name");
        assertThat(targets(profile("Nom,Prénom\nGarnier,Inès\n", "UTF-8")))
                .containsEntry("Nom", "familyName")
                .containsEntry("Prénom", "givenName");
        assertThat(targets(profile("Société,Nom,Prénom\nParc,Garnier,Inès\n", "UTF-8")))
                .containsEntry("Société", "parent")
                .containsEntry("Nom", "familyName");
    }

    @Test
    void aNameBesideAFirstNameIsTheFamilysAlsoWhenTheFieldIsCalledSo() throws IOException {
        assertThat(labelled("Nom;Prénom;Société\nGarnier;Inès;Parc\n"))
                .containsExactly("familyName", "givenName", "parent");
        assertThat(labelled("Company;First name;Name\nParc;Inès;Garnier\n"))
                .containsExactly("parent", "givenName", "familyName");
        assertThat(labelled("Last name;First name;Employeur\nGarnier;Inès;Parc\n"))
                .containsExactly("familyName", "givenName", "parent");
        assertThat(labelled("Nom;Ville\nParc;Lyon\n")).containsExactly("name", "addresses#city");
        assertThat(labelled("Nom de famille;Ville\nGarnier;Lyon\n")).containsExactly("name", "addresses#city");
    }

    @Test
    void anExportedFileKeepsItsNamesAlsoWhenNobodyHasAFamilyName() throws IOException {
        assertThat(labelled("Nom;Prénom;Nom de famille\nInès Garnier;Inès;Garnier\n"))
                .containsExactly("name", "givenName", "familyName");
        assertThat(labelled("Nom;Prénom;Nom de famille\nZoé;Zoé;\n")).containsExactly("name", "givenName", "skip");
    }

    /** Where the columns go when the fields are called as they are for customers. */
    private List<String> labelled(String text) throws IOException {
        var labels = Map.of(
                "nom", "name",
                "name", "name",
                "prenom", "givenName",
                "first name", "givenName",
                "nom de famille", "familyName",
                "last name", "familyName");
        return new Proposals(labels, t -> FIELDS.contains(t.field()) || !t.names())
                .propose(profile(text, "UTF-8")).stream()
                        .map(p -> p.target().toString())
                        .toList();
    }

    @Test
    void whatAFieldIsCalledHereComesFirst() throws IOException {
        var file = profile("Segment,Compte\nA,1\nB,2\n", "UTF-8");
        var proposals = new Proposals(Map.of("segment", "custom.segment", "compte", "custom.compte"), t -> true);
        assertThat(proposals.propose(file))
                .extracting(p -> p.target().toString())
                .containsExactly("custom.segment", "custom.compte");
    }

    @Test
    void valuesDecideWhenTheNameSaysNothing() throws IOException {
        var file = profile("x,y,z\nA,a@b.fr,04 78 55 01 12\nB,c@d.fr,+33 6 12 34 56 78\n", "UTF-8");
        assertThat(targets(file)).containsEntry("y", "emails#other").containsEntry("z", "phones#other");
    }

    @Test
    void twoColumnsForOneValueAreNotMixed() throws IOException {
        var file = profile("Ville,Commune,Email,Mail\nLyon,Caen,a@b.fr,c@d.fr\n", "UTF-8");
        assertThat(targets(file))
                .containsEntry("Ville", "addresses#city")
                .containsEntry("Commune", "new")
                .containsEntry("Email", "emails")
                .containsEntry("Mail", "emails");
    }

    @Test
    void statusIsAStageWhenItsValuesSaySo() throws IOException {
        assertThat(targets(profile("Nom,Statut\nA,Prospect\nB,Client\n", "UTF-8")))
                .containsEntry("Statut", "stage");
        assertThat(targets(profile("Nom,Statut\nA,Or\nB,Argent\n", "UTF-8"))).containsEntry("Statut", "tier");
    }

    @Test
    void daysAndMonthsAreToldApartByTheValues() throws IOException {
        var us = profile("seen\n11/22/2026\n01/02/2026\n03/28/2026\n", "UTF-8")
                .columns()
                .getFirst();
        assertThat(us.type()).isEqualTo(FieldType.DATE);
        assertThat(us.order()).isEqualTo(Dates.Order.MONTH_FIRST);
        var fr = profile("vu le\n22/11/2026\n31/02/2026\n28/03/2026\n", "UTF-8")
                .columns()
                .getFirst();
        assertThat(fr.type()).isEqualTo(FieldType.DATE);
        assertThat(fr.order()).isEqualTo(Dates.Order.DAY_FIRST);
    }

    @Test
    void codesAreNoNumbers() throws IOException {
        var file = profile("siret,badge,iban\n00012,1,1234567890123456789\n45678,2,2234567890123456789\n", "UTF-8");
        assertThat(types(file)).containsEntry("siret", FieldType.TEXT).containsEntry("iban", FieldType.TEXT);
    }

    private static Map<String, String> targets(FileProfile file) {
        var proposals = new Proposals(Map.of(), t -> FIELDS.contains(t.field()) || !t.names()).propose(file);
        var targets = new LinkedHashMap<String, String>();
        proposals.forEach(p ->
                targets.put(file.columns().get(p.column()).header(), p.target().toString()));
        return targets;
    }

    private static Map<String, FieldType> types(FileProfile file) {
        var types = new LinkedHashMap<String, FieldType>();
        file.columns().forEach(c -> types.put(c.header(), c.type()));
        return types;
    }

    private static ColumnProfile column(FileProfile file, String header) {
        return file.columns().stream()
                .filter(c -> c.header().equals(header))
                .findFirst()
                .orElseThrow();
    }

    private static FileProfile real(String name) {
        var path = Path.of("../shared/data", name);
        Assumptions.assumeTrue(Files.exists(path), "no " + path);
        return FileProfile.of(SourceFile.detect(path, Limits.USUAL));
    }

    private FileProfile profile(String text, String charset) throws IOException {
        var path = Files.write(folder.resolve("file.csv"), text.getBytes(Charset.forName(charset)));
        return FileProfile.of(SourceFile.detect(path, Limits.USUAL));
    }
}
