/** SCIM 2.0 (RFC 7643, 7644): the company's directory makes people and teams here, and bars who leaves. */
@NullMarked
package relais.identity.scim;

import org.jspecify.annotations.NullMarked;
