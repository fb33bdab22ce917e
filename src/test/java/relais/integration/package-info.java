/** The API as programs use it. */
package relais.integration;
