-- How far a person sees among the records: everything, or their own (their sites, theirs, what is shared).
ALTER TABLE identity.membership ADD COLUMN reach text COLLATE "C" NOT NULL DEFAULT 'everything';
