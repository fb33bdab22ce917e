package relais.records.fields;

import static relais.records.fields.DerivedStore.text;

import org.springframework.util.MultiValueMap;

/** The rules of a field as an administrator writes them. */
record RuleForm(String valid, String messageFr, String messageEn, String requiredWhen, String preset, boolean single) {
    static final RuleForm EMPTY = new RuleForm("", "", "", "", "", false);

    static RuleForm read(MultiValueMap<String, String> params) {
        return new RuleForm(
                text(params, "valid"),
                text(params, "messageFr"),
                text(params, "messageEn"),
                text(params, "requiredWhen"),
                text(params, "preset"),
                params.containsKey("single"));
    }

    boolean empty() {
        return valid.isEmpty() && requiredWhen.isEmpty() && preset.isEmpty() && !single;
    }
}
