/** Tests of the settings of objects and fields. */
@NullMarked
package relais.records.fields;

import org.jspecify.annotations.NullMarked;
