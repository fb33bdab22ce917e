package relais.records.formulas;

import java.time.LocalDate;
import java.time.ZoneId;

/** What day it is where a formula is evaluated. */
public record Day(LocalDate today, ZoneId zone) {}
