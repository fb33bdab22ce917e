package relais.records.types;

/** An object that a workspace made itself behaves like a customer: it belongs to a site and a person or is shared. */
record OwnDescription(ObjectType type) implements ObjectDescription {
    @Override
    public RowRights rows() {
        return new RowRights.Belonging("site", "owner", "shared");
    }
}
