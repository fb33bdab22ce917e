package relais.setup.seed;

import java.util.List;
import java.util.UUID;
import relais.identity.Actor;
import relais.identity.Workspace;

/**
 * The workspace that is filled: its sites and who works there.
 *
 * @param administrator who everything is written by
 * @param owners people who own customers; the first works at the first site alone
 */
record SeedCompany(Workspace workspace, Actor administrator, List<UUID> sites, List<UUID> owners) {}
