package relais.records.imports;

import relais.records.imports.source.SourceFile;
import relais.records.types.ObjectType;

/**
 * All that a dry run or a run works with.
 *
 * @param type the object, with the fields that the import makes
 * @param mapping with their names
 */
record Preparation(
        Import file,
        SourceFile source,
        ObjectType type,
        Mapping mapping,
        RowReader reader,
        Matching matching,
        ImportSubject subject) {}
