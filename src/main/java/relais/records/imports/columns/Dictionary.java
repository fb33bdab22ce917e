package relais.records.imports.columns;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import relais.platform.text.Fold;

/** Names of columns in French and English, folded, and where they belong. */
final class Dictionary {
    private static final String NAMES = """
            reference = reference, ref, ref client, reference client, customer reference, client reference, customer id, \
            client id, id client, account id, account number, customer number, customer no, numero client, no client, \
            n client, num client, code client, customer code, client code, code, code tiers, compte, compte client, \
            rec id, record id, external id, identifiant, matricule, id, customer, crm id
            name = raison sociale, nom ou raison sociale, denomination, denomination sociale, entreprise, societe, \
            account, account name, company, company name, organisation, organization, organisation name, \
            organization name, business name, nom complet, full name, nom et prenom, prenom et nom, display name, \
            nom client, nom du client, customer name, client name, client, nom entreprise, nom de l entreprise, \
            nom societe, nom de la societe, enseigne, nom commercial, etablissement, name
            givenName = prenom, prenoms, given name, first name, firstname, forename, given names, vorname
            familyName = surname, family name, last name, lastname, nom de famille, nom patronymique, nom d usage, nom
            emails = email, e mail, mail, courriel, mel, email address, e mail address, adresse email, adresse e mail, \
            adresse mail, adresse courriel, adresse electronique, courrier electronique, mail 1, email 1
            emails#work = email pro, mail pro, e mail pro, email professionnel, work email, business email
            emails#home = email perso, mail perso, e mail perso, email personnel, personal email, private email
            emails#other = email 2, e mail 2, mail 2, secondary email, autre email, autre e mail
            phones = tel, telephone, phone, phone number, telephone number, numero de telephone, no de telephone, tel 1, \
            n de telephone, num tel, no tel, n tel, telephone 1, phone 1, tel fixe, telephone fixe, fixe, landline
            phones#mobile = mobile, portable, mobile phone, mobile number, tel portable, tel mobile, telephone portable, \
            telephone mobile, cell, cell phone, cellphone, gsm, cellulaire
            phones#work = tel pro, telephone pro, telephone professionnel, work phone, business phone, tel bureau, office phone
            phones#home = tel domicile, telephone domicile, home phone, tel perso
            phones#other = tel 2, telephone 2, phone 2, autre telephone, autre tel, other phone, standard
            addresses#number = street number, numero de rue, no de rue, n rue, numero voie, numero de voie, house number
            addresses#line1 = adresse, adresse 1, address, address 1, address line 1, street, street address, rue, voie, \
            nom de voie, ligne d adresse 1, adresse ligne 1, adresse postale, postal address, mailing address, \
            billing address, adresse de facturation
            addresses#line2 = adresse 2, address 2, address line 2, complement, complement d adresse, complement adresse, \
            ligne d adresse 2, adresse ligne 2, batiment, building
            addresses#line3 = adresse 3, address 3, address line 3, lieu dit, ligne d adresse 3
            addresses#postcode = cp, code postal, codepostal, postcode, post code, postal code, zip, zip code, zipcode, plz
            addresses#city = ville, city, town, suburb, commune, localite, locality, office location, location
            addresses#country = pays, country, country name, country code, code pays, nation
            addresses#label = libelle de l adresse, libelle adresse, address label
            addresses#more = autres adresses, other addresses
            birthDate = date de naissance, date naissance, naissance, ne le, nee le, ne e le, ddn, birth date, birthdate, \
            birthday, date of birth, dob, anniversaire
            stage = stage, customer stage, etape, lifecycle stage, stade, etat
            tier = tier, statut, statut client, status, cat, categorie, category, niveau, customer tier, segment client
            owner = commercial, commerciale, responsable, owner, account owner, account manager, charge de clientele, \
            charge d affaires, conseiller, gestionnaire, sales rep, sales agent, salesperson, attache commercial, vendeur
            site = agence, site, branch, point de vente, magasin, agency, point de service, etablissement de rattachement
            language = langue, language, lang, langue parlee, preferred language
            industry = secteur, secteur d activite, industry, sector, activite, branche, business sector, line of business
            tags = etiquettes, etiquette, tags, tag, mots cles, keywords, labels
            kind = type, type client, type de client, nature, kind, customer type, account type, type de tiers
            preferences = preferences
            parent = subsidiary of, filiale de, parent, parent account, parent company, maison mere, societe mere, \
            parent organisation, parent organization, employeur, employer, groupe
            gender = sexe, genre, gender, sex
            salutation = civilite, title, salutation, titre
            """;

    private static final Pattern NOISE = Pattern.compile(
            "\\b(du|de|de la|des|le|la|l|client|clients|customer|contact|principal|principale|primary|main|1)\\b");
    private static final Map<String, Target> TARGETS = read();

    private Dictionary() {}

    /** Where a column of exactly this name belongs. */
    static Optional<Target> exact(String header) {
        var key = key(header);
        var target = TARGETS.get(key);
        return Optional.ofNullable(target != null ? target : TARGETS.get(Fold.key(header)));
    }

    /** Where a column of this name belongs, small words and the word customer aside. */
    static Optional<Target> near(String header) {
        var key = Fold.key(NOISE.matcher(key(header)).replaceAll(" "));
        return key.isEmpty() ? Optional.empty() : Optional.ofNullable(TARGETS.get(key));
    }

    static String key(String header) {
        return Fold.key(String.join(" ", Headline.words(header)).replace("°", " "));
    }

    private static Map<String, Target> read() {
        var targets = new HashMap<String, Target>();
        NAMES.lines().forEach(line -> {
            var target = Target.of(line.substring(0, line.indexOf('=')).strip());
            for (var name : line.substring(line.indexOf('=') + 1).split(",")) {
                targets.put(name.strip(), target);
            }
        });
        return Map.copyOf(targets);
    }
}
