/** The first page: records somebody was just at, operations that can still be taken back. */
@NullMarked
package relais.records.home;

import org.jspecify.annotations.NullMarked;
