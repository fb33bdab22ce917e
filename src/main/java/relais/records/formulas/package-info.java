/** Formulas: a small typed language that reads the fields of a record and makes a value, a rule or a default of them. */
@NamedInterface
@NullMarked
package relais.records.formulas;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
