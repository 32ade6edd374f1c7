/**
 * The function in the database that stores deliveries: one call is one transaction and one way there and back, which is
 * what a batch mostly costs. It was released with the migration that makes it: never edit it, add another.
 *
 * `arrivals` is a JSON list, sorted by id. `channel` is where other processes listen; null where there are none. Gives
 * the ids that are new, or were dead, and for each job that was stored how long it is to wait.
 *
 * A waiting job that is joined is locked, so it cannot be claimed before the delivery that joins it is committed; a job
 * claimed a moment before is not joined. A subject stands on the deliveries that began its job, not on those that joined
 * later: looking it up stays a matter of a few rows. The first of a batch may turn out to be known, and then another of
 * its subject has begun their job.
 *
 * Plans are kept, and the first are made while the tables are empty: without `enable_seqscan` off they would read tables
 * that have grown from end to end.
 */
export const STORE_DELIVERIES = `
CREATE FUNCTION review_miner.store_deliveries(
  arrivals text, queue text, channel text, debounce_ms int, retries int,
  OUT stored_id text, OUT job_delay int
) RETURNS SETOF record LANGUAGE plpgsql SET enable_seqscan = off AS $function$
#variable_conflict use_column
DECLARE
  stored_job uuid;
  target_job uuid;
  may_run boolean := false;
BEGIN
  IF channel IS NOT NULL THEN
    -- Without it two processes could each store the first job of a subject.
    PERFORM pg_advisory_xact_lock(hash) FROM (
      SELECT DISTINCT hashtextextended(subject, 0) AS hash
      FROM json_to_recordset(arrivals::json) AS given (subject text) WHERE subject IS NOT NULL ORDER BY 1
    ) AS hashes;
  END IF;
  FOR stored_id, stored_job, target_job, job_delay IN
    WITH given AS (
      SELECT * FROM json_to_recordset(arrivals::json) AS given (
        position int, id text, event text, action text, installation bigint, repository bigint,
        reason text, subject text, job uuid, key text, "group" text, data text)
    ), waiting AS (
      SELECT subjects.subject, found.job FROM (SELECT DISTINCT subject FROM given WHERE subject IS NOT NULL) AS subjects,
      LATERAL (
        SELECT j.id AS job FROM review_miner.delivery d JOIN pgboss.job j ON j.id = d.job_id AND j.name = queue
        WHERE d.subject = subjects.subject AND d.state = 'queued' AND j.state < 'active' LIMIT 1 FOR UPDATE OF j
      ) AS found
    ), placed AS (
      SELECT given.*, waiting.job AS joined, CASE
        WHEN subject IS NULL THEN given.job
        ELSE coalesce(waiting.job, first_value(given.job) OVER (PARTITION BY subject ORDER BY position))
      END AS target
      FROM given LEFT JOIN waiting USING (subject)
    ), stored AS (
      INSERT INTO review_miner.delivery AS d
        (id, event, action, installation_id, repository_id, received_at, state, reason, subject, job_id)
      SELECT id, event, action, installation, repository, now(), CASE WHEN job IS NULL THEN 'ignored' ELSE 'queued' END,
        reason, CASE WHEN joined IS NULL THEN subject END, target
      FROM placed ORDER BY id
      ON CONFLICT (id) DO UPDATE SET state = excluded.state, reason = excluded.reason, subject = excluded.subject
        WHERE d.state = 'dead'
      RETURNING id, job_id
    ), begun AS (
      INSERT INTO pgboss.job (id, name, data, singleton_key, group_id, start_after, created_on, keep_until, retry_limit,
        expire_seconds, policy)
      SELECT job, queue, data::jsonb, key, "group",
        now() + CASE WHEN subject IS NULL THEN 0 ELSE debounce_ms END * interval '1 ms',
        now() + position * interval '1 microsecond', 'infinity', retries, 2000000000, 'singleton'
      FROM placed
      WHERE job = target AND job IN (SELECT wanted.target FROM placed AS wanted JOIN stored USING (id))
      ORDER BY position
      RETURNING id, CASE WHEN start_after > now() THEN debounce_ms ELSE 0 END AS delay
    )
    SELECT stored.id, stored.job_id, placed.target, begun.delay
    FROM stored JOIN placed USING (id) LEFT JOIN begun ON begun.id = placed.target
  LOOP
    -- It was dead: the job it had is replaced, for every delivery that waited for it.
    IF stored_job <> target_job THEN
      DELETE FROM pgboss.job WHERE name = queue AND id = stored_job AND state = 'failed';
      UPDATE review_miner.delivery SET job_id = target_job, state = 'queued'
      WHERE id = stored_id OR (job_id = stored_job AND state = 'dead');
    END IF;
    may_run := may_run OR job_delay = 0;
    RETURN NEXT;
  END LOOP;
  -- A job that waits for others to join it is found by the clock.
  IF may_run AND channel IS NOT NULL THEN PERFORM pg_notify(channel, ''); END IF;
END
$function$`;
