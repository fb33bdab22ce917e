/** What tests share: the database of each test class, and the fixture world. */
@NullMarked
package relais.world;

import org.jspecify.annotations.NullMarked;
