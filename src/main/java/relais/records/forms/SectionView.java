package relais.records.forms;

import java.util.List;

/** A part of a card or form: its heading and its fields. */
public record SectionView(String name, String label, List<FieldView> fields) {
    /** Whether any field of it may be written. */
    public boolean editable() {
        return fields.stream().anyMatch(FieldView::editable);
    }

    /** Whether any field of it was refused. */
    public boolean refused() {
        return fields.stream().anyMatch(f -> f.error() != null);
    }
}
