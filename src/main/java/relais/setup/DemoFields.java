package relais.setup;

import java.util.List;
import relais.records.Records;
import relais.records.changes.Intent;
import relais.records.types.Values;

/** The fields that the demonstration's company added to its customers, and the views it saved. */
final class DemoFields {
    private record Own(String code, String type, String fr, String en, String choices) {}

    private static final List<Own> FIELDS = List.of(
            new Own("machines_installees", "NUMBER", "Machines installées", "Installed machines", ""),
            new Own("contrat", "CHOICE", "Contrat", "Contract", """
                    essentiel = Essentiel / Essential
                    confort = Confort / Comfort
                    serenite = Sérénité / Serenity
                    serenite_plus = Sérénité + / Serenity +"""),
            new Own("fin_de_contrat", "DATE", "Fin de contrat", "Contract ends", ""),
            new Own("dernier_entretien", "DATE", "Dernier entretien", "Last maintenance", ""),
            new Own("budget_annuel", "MONEY", "Budget annuel", "Yearly budget", ""),
            new Own("volume_mensuel", "NUMBER", "Volume mensuel (kg)", "Monthly volume (kg)", ""),
            new Own("cafes_servis", "CHOICES", "Cafés servis", "Coffees served", """
                    bresil_mogiana = Brésil Mogiana / Brazil Mogiana
                    ethiopie_sidamo = Éthiopie Sidamo / Ethiopia Sidamo
                    colombie_huila = Colombie Huila / Colombia Huila
                    decafeine = Décaféiné / Decaf"""),
            new Own("livraison_a_l_aube", "BOOLEAN", "Livraison à l’aube", "Delivery at dawn", ""),
            new Own("apporte_par", "LINK", "Apporté par", "Introduced by", ""));

    private DemoFields() {}

    static void add(Records records) {
        int position = 1;
        for (var field : FIELDS) {
            var values = Values.object();
            values.put("object", "customer");
            values.put("code", field.code());
            values.put("type", field.type());
            values.put("labelFr", field.fr());
            values.put("labelEn", field.en());
            values.put("section", "custom");
            values.put("position", position++);
            if (!field.choices().isEmpty()) {
                values.put("choices", field.choices());
            }
            if (field.type().equals("LINK")) {
                values.put("target", "customer");
            }
            DemoWriting.written(records.write(Intent.of("field.create", field.fr()), w -> w.create("field", values)));
        }
    }

    static void views(Records records, DemoStaff staff) {
        view(
                records,
                staff,
                "Platine et or",
                "{\"field\":\"tier\",\"op\":\"at_least\",\"values\":[\"gold\"]}",
                "name,tier,owner,site,lastContactAt,custom.contrat",
                "");
        view(
                records,
                staff,
                "Sans nouvelles depuis 60 jours",
                "{\"all\":[{\"field\":\"stage\",\"op\":\"is\",\"values\":[\"customer\"]},"
                        + "{\"field\":\"lastContactAt\",\"op\":\"not_last_days\",\"values\":[60]}]}",
                "name,tier,owner,lastContactAt",
                "lastContactAt");
        view(
                records,
                staff,
                "Contrats à renouveler",
                "{\"field\":\"custom.fin_de_contrat\",\"op\":\"next_days\",\"values\":[90]}",
                "name,custom.contrat,custom.fin_de_contrat,owner,custom.budget_annuel",
                "custom.fin_de_contrat");
        view(
                records,
                staff,
                "Prospects de Nantes",
                "{\"all\":[{\"field\":\"stage\",\"op\":\"is\",\"values\":[\"prospect\"]},"
                        + "{\"field\":\"site\",\"op\":\"is\",\"values\":[\"" + staff.site("nantes") + "\"]}]}",
                "name,kind,owner,tags",
                "");
    }

    private static void view(
            Records records, DemoStaff staff, String name, String criteria, String columns, String sort) {
        var values = Values.object();
        values.put("object", "customer");
        values.put("name", name);
        values.put("criteria", criteria);
        values.put("columns", columns);
        values.put("shared", true);
        values.put("owner", staff.person(DemoStaff.INES).id().toString());
        if (!sort.isEmpty()) {
            values.put("sort", sort);
        }
        DemoWriting.written(records.write(Intent.of("view.create", name), w -> w.create("view", values)));
    }
}
