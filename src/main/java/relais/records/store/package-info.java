/** The rows of records: their columns, collections, tags and links in SQL. */
@NullMarked
package relais.records.store;

import org.jspecify.annotations.NullMarked;
