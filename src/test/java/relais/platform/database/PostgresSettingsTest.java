package relais.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PostgresSettingsTest {
    private static final long GIGABYTE = 1L << 30;

    @Test
    void aSmallMachineGetsSmallBuffersAndALargeOneNoMoreThanItCanUse() {
        assertThat(PostgresSettings.of(GIGABYTE, 5 * GIGABYTE))
                .containsEntry("shared_buffers", "128MB")
                .containsEntry("max_wal_size", "1024MB");
        assertThat(PostgresSettings.of(8 * GIGABYTE, 30 * GIGABYTE))
                .containsEntry("shared_buffers", "682MB")
                .containsEntry("max_wal_size", "3072MB");
        assertThat(PostgresSettings.of(512 * GIGABYTE, 9_000 * GIGABYTE))
                .containsEntry("shared_buffers", "1536MB")
                .containsEntry("max_wal_size", "8192MB");
    }

    @Test
    void whereTheSystemDoesNotTellItsMemoryTheSmallestSettingsHold() {
        assertThat(PostgresSettings.of(0, 0))
                .containsEntry("shared_buffers", "128MB")
                .containsEntry("effective_cache_size", "256MB")
                .containsEntry("fsync", "on");
        assertThat(Memory.ofMachine()).isNotNegative();
    }
}
