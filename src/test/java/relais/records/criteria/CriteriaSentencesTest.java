package relais.records.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import relais.records.types.ObjectTypes;
import relais.world.RelaisTest;
import relais.world.World;

@RelaisTest
class CriteriaSentencesTest {
    @Autowired
    World world;

    @Autowired
    CriteriaSentences sentences;

    @Autowired
    ObjectTypes types;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"all":[]} | ``
                    {"field":"tier","op":"is","values":["gold"]} | dont le statut est Or
                    {"field":"site","op":"is","values":["mine"]} | dont l’agence est mes agences
                    {"field":"tags","op":"has_any","values":["bar","thé"]} | dont les étiquettes comprennent « bar » ou « thé »
                    {"field":"lastContactAt","op":"not_last_days","values":[30]} | dont le dernier échange ne date pas des 30 derniers jours
                    {"related":"notes","aggregate":"count","op":"at_least","values":[1]} | qui ont au moins un note
                    {"related":"notes","aggregate":"count","op":"at_most","values":[3],"where":{"field":"kind","op":"is","values":["call"]}} | qui ont au plus 3 notes dont le genre est Appel
                    {"all":[{"field":"tier","op":"is","values":["gold"]},{"any":[{"field":"industry","op":"empty"},{"field":"birthDate","op":"filled"}]}]} | dont le statut est Or et (dont le secteur est vide ou dont la date de naissance n’est pas vide)
                    {"all":[{"field":"tier","op":"is","values":["gold"]},{"none":[{"field":"stage","op":"is","values":["former"]}]}]} | dont le statut est Or et autres que les clients dont l’étape est Ancien client
                    """)
    void criteriaReadAsASentence(String json, String sentence) {
        var said = world.asAdministrator(() -> sentences.of(types.of("customer"), CriteriaJson.parse(json)));
        assertThat(said.replace('\u00a0', ' ')).isEqualTo(sentence);
    }
}
