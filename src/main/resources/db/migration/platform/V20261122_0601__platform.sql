-- The wall between workspaces, and what belongs to the installation as a whole.
-- The schema platform itself is made by Flyway, whose history lies in it.
GRANT USAGE ON SCHEMA platform TO ${app};

CREATE FUNCTION platform.set_tenant(t uuid) RETURNS void LANGUAGE plpgsql AS
$$BEGIN EXECUTE format('SET LOCAL app.tenant=%L', t); END$$;

CREATE FUNCTION platform.current_tenant() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT nullif(current_setting('app.tenant', true), '')::uuid $$;

GRANT EXECUTE ON FUNCTION platform.set_tenant(uuid), platform.current_tenant() TO ${app};

-- Which workspace has work waiting in which lane: no payload, read by dispatchers across workspaces.
CREATE TABLE platform.pending (
    tenant uuid NOT NULL,
    lane text COLLATE "C" NOT NULL,
    due_at timestamptz NOT NULL,
    PRIMARY KEY (tenant, lane)
);
CREATE INDEX pending_due ON platform.pending (lane, due_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON platform.pending TO ${app};

-- db-scheduler's table, as its release 16 wants it.
CREATE TABLE platform.scheduled_tasks (
    task_name text NOT NULL,
    task_instance text NOT NULL,
    task_data bytea,
    execution_time timestamptz NOT NULL,
    picked boolean NOT NULL,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures int,
    last_heartbeat timestamptz,
    version bigint NOT NULL,
    priority smallint,
    PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_tasks_due ON platform.scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_heartbeat ON platform.scheduled_tasks (last_heartbeat);
CREATE INDEX scheduled_tasks_priority ON platform.scheduled_tasks (priority DESC, execution_time);
GRANT SELECT, INSERT, UPDATE, DELETE ON platform.scheduled_tasks TO ${app};
