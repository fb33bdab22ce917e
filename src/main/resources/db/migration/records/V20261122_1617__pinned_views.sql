-- A saved view may stand in the side bar of everybody who sees it.
ALTER TABLE records.view ADD COLUMN pinned boolean;
