-- Whether others may know how far somebody has read. Kept beside the JSON that says so, for queries to ask.
ALTER TABLE preference ADD COLUMN receipts BOOLEAN NOT NULL DEFAULT TRUE;
