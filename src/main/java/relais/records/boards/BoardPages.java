package relais.records.boards;

import java.util.List;
import java.util.UUID;
import relais.records.lists.Cell;
import relais.ui.Option;
import relais.ui.Tab;

/** What boards show. */
final class BoardPages {
    private BoardPages() {}

    /**
     * The page of a board.
     *
     * @param list the same records as a list
     * @param create where a record is made, empty for those who may not
     * @param state what the address says beside the field
     */
    public record Show(
            String title,
            String plural,
            String create,
            String creating,
            List<Tab> tabs,
            String list,
            List<Option> fields,
            List<Option> state,
            Board board,
            List<String> notices) {}

    /**
     * The columns.
     *
     * @param by the field whose choices they are
     * @param address where the board is, with all that it shows
     * @param moves whether the visitor may move cards
     */
    public record Board(
            String by, String byLabel, String plural, String address, boolean moves, List<Column> columns) {}

    /**
     * One column.
     *
     * @param code the choice, empty for records without one
     * @param count how many there are as far as they are shown
     * @param more the list of all of them when not all are shown, else empty
     * @param counting where they are counted then
     */
    public record Column(
            String code, String label, String cls, String count, List<Card> cards, String more, String counting) {}

    /** One record. */
    public record Card(UUID id, int version, String title, String href, boolean movable, List<Cell> lines) {}
}
