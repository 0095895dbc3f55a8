-- An empty database of the current schema: made by `python -m onrecord.db.current`, from the migrations.
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
CREATE TABLE claims (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	"key" VARCHAR NOT NULL, 
	text VARCHAR NOT NULL, 
	note VARCHAR, 
	CONSTRAINT ck_claims_text CHECK (text <> ''), 
	CONSTRAINT uq_claims_key UNIQUE ("key"), 
	CONSTRAINT uq_claims_text UNIQUE (text)
);
CREATE TABLE operations (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	at VARCHAR NOT NULL, 
	"by" VARCHAR NOT NULL, 
	command VARCHAR NOT NULL, 
	undoes_id INTEGER, 
	open BOOLEAN DEFAULT '0' NOT NULL, 
	CONSTRAINT ck_operations_open CHECK (open IN (0, 1)), 
	CONSTRAINT fk_operations_undoes_id_operations FOREIGN KEY(undoes_id) REFERENCES operations (id)
);
CREATE INDEX ix_operations_undoes_id ON operations (undoes_id) WHERE undoes_id IS NOT NULL;
CREATE UNIQUE INDEX uq_operations_open ON operations (open) WHERE open = 1;
CREATE TABLE sources (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	citekey VARCHAR NOT NULL, 
	type VARCHAR NOT NULL, 
	title VARCHAR, 
	container_title VARCHAR, 
	publisher VARCHAR, 
	issued VARCHAR, 
	issued_min INTEGER, 
	issued_max INTEGER, 
	url VARCHAR, 
	url_key VARCHAR, 
	archive_url VARCHAR, 
	accessed VARCHAR, 
	language VARCHAR, 
	csl JSON, title_folded VARCHAR, container_title_folded VARCHAR, 
	CONSTRAINT ck_sources_citekey CHECK (citekey <> ''), 
	CONSTRAINT ck_sources_type CHECK (type IN ('article', 'article-journal', 'article-magazine', 'article-newspaper', 'bill', 'book', 'broadcast', 'chapter', 'classic', 'collection', 'dataset', 'document', 'entry', 'entry-dictionary', 'entry-encyclopedia', 'event', 'figure', 'graphic', 'hearing', 'interview', 'legal_case', 'legislation', 'manuscript', 'map', 'motion_picture', 'musical_score', 'pamphlet', 'paper-conference', 'patent', 'performance', 'periodical', 'personal_communication', 'post', 'post-weblog', 'regulation', 'report', 'review', 'review-book', 'software', 'song', 'speech', 'standard', 'thesis', 'treaty', 'webpage')), 
	CONSTRAINT ck_sources_csl CHECK (csl IS NULL OR json_valid(csl)), 
	CONSTRAINT ck_sources_issued_order CHECK (issued_min <= issued_max), 
	CONSTRAINT uq_sources_citekey UNIQUE (citekey), 
	CONSTRAINT uq_sources_url_key UNIQUE (url_key)
);
CREATE TABLE speakers (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	slug VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	family VARCHAR, 
	given VARCHAR, 
	kind VARCHAR NOT NULL, 
	unnamed BOOLEAN DEFAULT '0' NOT NULL, 
	description VARCHAR, 
	wikidata_id VARCHAR, 
	merged_into_id INTEGER, 
	CONSTRAINT ck_speakers_kind CHECK (kind IN ('person', 'organisation', 'group', 'office')), 
	CONSTRAINT ck_speakers_named CHECK (slug <> '' AND name <> ''), 
	CONSTRAINT ck_speakers_wikidata_id CHECK (wikidata_id GLOB 'Q[1-9]*'), 
	CONSTRAINT ck_speakers_not_merged_into_itself CHECK (merged_into_id <> id), 
	CONSTRAINT ck_speakers_unnamed CHECK (unnamed IN (0, 1)), 
	CONSTRAINT fk_speakers_merged_into_id_speakers FOREIGN KEY(merged_into_id) REFERENCES speakers (id), 
	CONSTRAINT uq_speakers_slug UNIQUE (slug), 
	CONSTRAINT uq_speakers_wikidata_id UNIQUE (wikidata_id)
);
CREATE INDEX ix_speakers_merged_into_id ON speakers (merged_into_id) WHERE merged_into_id IS NOT NULL;
CREATE TABLE tags (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	name VARCHAR NOT NULL, 
	CONSTRAINT ck_tags_named CHECK (name <> ''), 
	CONSTRAINT uq_tags_name UNIQUE (name)
);
CREATE TABLE changes (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	operation_id INTEGER, 
	kind VARCHAR NOT NULL, 
	table_name VARCHAR NOT NULL, 
	row_id INTEGER NOT NULL, 
	last_row_id INTEGER NOT NULL, 
	"before" VARCHAR, 
	"after" VARCHAR, 
	before_blob BLOB, 
	CONSTRAINT ck_changes_kind CHECK (kind IN ('insert', 'update', 'delete')), 
	CONSTRAINT ck_changes_range CHECK (row_id <= last_row_id), 
	CONSTRAINT fk_changes_operation_id_operations FOREIGN KEY(operation_id) REFERENCES operations (id)
);
CREATE INDEX ix_changes_operation_id ON changes (operation_id);
CREATE INDEX ix_changes_table_name_changes_row_id ON changes (table_name, row_id);
CREATE TABLE claim_links (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	from_id INTEGER NOT NULL, 
	to_id INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	CONSTRAINT ck_claim_links_kind CHECK (kind IN ('contradicts', 'supports')), 
	CONSTRAINT ck_claim_links_two_claims CHECK (from_id <> to_id), 
	CONSTRAINT fk_claim_links_from_id_claims FOREIGN KEY(from_id) REFERENCES claims (id), 
	CONSTRAINT fk_claim_links_to_id_claims FOREIGN KEY(to_id) REFERENCES claims (id), 
	CONSTRAINT uq_claim_links_from_id_to_id_kind UNIQUE (from_id, to_id, kind)
);
CREATE INDEX ix_claim_links_to_id ON claim_links (to_id);
CREATE TABLE creators (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	source_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	role VARCHAR NOT NULL, 
	speaker_id INTEGER NOT NULL, 
	named_as VARCHAR, 
	CONSTRAINT ck_creators_role CHECK (role IN ('author', 'editor', 'translator', 'interviewer', 'publisher', 'director', 'recipient')), 
	CONSTRAINT fk_creators_source_id_sources FOREIGN KEY(source_id) REFERENCES sources (id), 
	CONSTRAINT fk_creators_speaker_id_speakers FOREIGN KEY(speaker_id) REFERENCES speakers (id), 
	CONSTRAINT uq_creators_source_id_role_position UNIQUE (source_id, role, position)
);
CREATE INDEX ix_creators_speaker_id ON creators (speaker_id);
CREATE TABLE snapshots (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	source_id INTEGER NOT NULL, 
	captured_at VARCHAR NOT NULL, 
	sha256 VARCHAR NOT NULL, 
	media_type VARCHAR NOT NULL, 
	text VARCHAR NOT NULL, 
	extractor VARCHAR NOT NULL, 
	original BLOB, places JSON, 
	CONSTRAINT ck_snapshots_text CHECK (text <> ''), 
	CONSTRAINT ck_snapshots_sha256 CHECK (length(sha256) = 64), 
	CONSTRAINT fk_snapshots_source_id_sources FOREIGN KEY(source_id) REFERENCES sources (id), 
	CONSTRAINT uq_snapshots_id_source_id UNIQUE (id, source_id), 
	CONSTRAINT uq_snapshots_source_id_sha256 UNIQUE (source_id, sha256)
);
CREATE INDEX ix_snapshots_sha256 ON snapshots (sha256);
CREATE TABLE speaker_names (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	speaker_id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	name_key VARCHAR NOT NULL, 
	language VARCHAR, 
	script VARCHAR, 
	kind VARCHAR NOT NULL, name_folded VARCHAR, 
	CONSTRAINT ck_speaker_names_kind CHECK (kind IN ('preferred', 'alias', 'transliteration', 'former', 'misspelling')), 
	CONSTRAINT ck_speaker_names_named CHECK (name <> ''), 
	CONSTRAINT fk_speaker_names_speaker_id_speakers FOREIGN KEY(speaker_id) REFERENCES speakers (id), 
	CONSTRAINT uq_speaker_names_speaker_id_name UNIQUE (speaker_id, name)
);
CREATE INDEX ix_speaker_names_name_key ON speaker_names (name_key);
CREATE TABLE stances (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	statement_id INTEGER NOT NULL, 
	claim_id INTEGER NOT NULL, 
	stance VARCHAR NOT NULL, 
	note VARCHAR, 
	CONSTRAINT ck_stances_stance CHECK (stance IN ('asserts', 'denies', 'questions')), 
	CONSTRAINT fk_stances_claim_id_claims FOREIGN KEY(claim_id) REFERENCES claims (id), 
	CONSTRAINT fk_stances_statement_id_statements FOREIGN KEY(statement_id) REFERENCES statements (id), 
	CONSTRAINT uq_stances_statement_id_claim_id UNIQUE (statement_id, claim_id)
);
CREATE INDEX ix_stances_claim_id ON stances (claim_id);
CREATE TABLE statement_tags (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	statement_id INTEGER NOT NULL, 
	tag_id INTEGER NOT NULL, 
	CONSTRAINT fk_statement_tags_statement_id_statements FOREIGN KEY(statement_id) REFERENCES statements (id), 
	CONSTRAINT fk_statement_tags_tag_id_tags FOREIGN KEY(tag_id) REFERENCES tags (id), 
	CONSTRAINT uq_statement_tags_statement_id_tag_id UNIQUE (statement_id, tag_id)
);
CREATE INDEX ix_statement_tags_tag_id ON statement_tags (tag_id);
CREATE TABLE relays (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	attribution_id INTEGER NOT NULL, 
	hop INTEGER NOT NULL, 
	speaker_id INTEGER NOT NULL, 
	cue VARCHAR, 
	named_as VARCHAR, 
	cited_source_id INTEGER, 
	CONSTRAINT ck_relays_hop CHECK (hop >= 1), 
	CONSTRAINT fk_relays_attribution_id_attributions FOREIGN KEY(attribution_id) REFERENCES attributions (id), 
	CONSTRAINT fk_relays_cited_source_id_sources FOREIGN KEY(cited_source_id) REFERENCES sources (id), 
	CONSTRAINT fk_relays_speaker_id_speakers FOREIGN KEY(speaker_id) REFERENCES speakers (id), 
	CONSTRAINT uq_relays_attribution_id_hop UNIQUE (attribution_id, hop)
);
CREATE INDEX ix_relays_cited_source_id ON relays (cited_source_id) WHERE cited_source_id IS NOT NULL;
CREATE INDEX ix_relays_speaker_id ON relays (speaker_id);
CREATE TABLE spans (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	attribution_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	quoted BOOLEAN NOT NULL, 
	CONSTRAINT ck_spans_range CHECK (0 <= start AND start < "end"), 
	CONSTRAINT ck_spans_quoted CHECK (quoted IN (0, 1)), 
	CONSTRAINT fk_spans_attribution_id_attributions FOREIGN KEY(attribution_id) REFERENCES attributions (id), 
	CONSTRAINT uq_spans_attribution_id_position UNIQUE (attribution_id, position)
);
CREATE TRIGGER snapshots_are_immutable BEFORE UPDATE ON snapshots BEGIN SELECT raise(ABORT, 'a snapshot is never changed: add a later copy instead'); END;
CREATE TRIGGER speakers_merge_insert BEFORE INSERT ON speakers WHEN new.merged_into_id IS NOT NULL BEGIN SELECT raise(ABORT, 'a speaker is merged only into one that is itself unmerged') WHERE EXISTS (SELECT 1 FROM speakers WHERE id = new.merged_into_id AND merged_into_id IS NOT NULL) OR EXISTS (SELECT 1 FROM speakers WHERE merged_into_id = new.id); END;
CREATE TRIGGER speakers_merge_update BEFORE UPDATE ON speakers WHEN new.merged_into_id IS NOT NULL BEGIN SELECT raise(ABORT, 'a speaker is merged only into one that is itself unmerged') WHERE EXISTS (SELECT 1 FROM speakers WHERE id = new.merged_into_id AND merged_into_id IS NOT NULL) OR EXISTS (SELECT 1 FROM speakers WHERE merged_into_id = new.id); END;
CREATE TABLE reviews (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	claim_id INTEGER NOT NULL, 
	reviewer_id INTEGER NOT NULL, 
	source_id INTEGER, 
	verdict VARCHAR NOT NULL, 
	rating DOUBLE, 
	best DOUBLE, 
	worst DOUBLE, 
	published VARCHAR, 
	CONSTRAINT ck_reviews_verdict CHECK (verdict <> ''), 
	CONSTRAINT ck_reviews_scale CHECK (worst < best), 
	CONSTRAINT ck_reviews_rated CHECK (rating IS NULL OR (worst IS NOT NULL AND best IS NOT NULL)), 
	CONSTRAINT ck_reviews_rating CHECK (rating BETWEEN worst AND best), 
	CONSTRAINT fk_reviews_claim_id_claims FOREIGN KEY(claim_id) REFERENCES claims (id), 
	CONSTRAINT fk_reviews_reviewer_id_speakers FOREIGN KEY(reviewer_id) REFERENCES speakers (id), 
	CONSTRAINT fk_reviews_source_id_sources FOREIGN KEY(source_id) REFERENCES sources (id), 
	CONSTRAINT uq_reviews_claim_id_reviewer_id_source_id UNIQUE (claim_id, reviewer_id, source_id)
);
CREATE INDEX ix_reviews_reviewer_id ON reviews (reviewer_id);
CREATE UNIQUE INDEX uq_reviews_told ON reviews (claim_id, reviewer_id) WHERE source_id IS NULL;
CREATE INDEX ix_reviews_source_id ON reviews (source_id) WHERE source_id IS NOT NULL;
CREATE INDEX ix_sources_language ON sources (language) WHERE language IS NOT NULL;
CREATE TABLE "attributions" ( id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, statement_id INTEGER NOT NULL, speaker_id INTEGER NOT NULL, source_id INTEGER NOT NULL, form VARCHAR NOT NULL, polarity VARCHAR DEFAULT 'asserted' NOT NULL, polarity_basis VARCHAR, wording VARCHAR, exact VARCHAR, prefix VARCHAR, suffix VARCHAR, locator_label VARCHAR, locator VARCHAR, named_as VARCHAR, cue VARCHAR, said VARCHAR, said_min INTEGER, said_max INTEGER, said_basis VARCHAR, language VARCHAR, place VARCHAR, occasion VARCHAR, medium VARCHAR, snapshot_id INTEGER, check_result VARCHAR, checked_at VARCHAR, accepted_reason VARCHAR, rank VARCHAR DEFAULT 'normal' NOT NULL, rank_reason VARCHAR, status VARCHAR DEFAULT 'sourced' NOT NULL, status_reason VARCHAR, translator_id INTEGER, quoted_from_id INTEGER, page_index INTEGER, wording_folded VARCHAR, CONSTRAINT ck_attributions_check_result CHECK (check_result IN ('exact', 'typographic', 'interrupted', 'bracketed', 'elided', 'drifted', 'stitched', 'inverted', 'altered', 'ambiguous', 'absent', 'not_checkable')), CONSTRAINT ck_attributions_polarity CHECK (polarity IN ('asserted', 'denied', 'not_said', 'asked')), CONSTRAINT ck_attributions_polarity_basis CHECK (polarity_basis IN ('stated')), CONSTRAINT ck_attributions_medium CHECK (medium IN ('speech', 'interview', 'press_conference', 'written', 'post', 'broadcast', 'document', 'other')), CONSTRAINT ck_attributions_wording CHECK (wording <> ''), CONSTRAINT ck_attributions_accepted_reason CHECK (accepted_reason <> ''), CONSTRAINT ck_attributions_form CHECK (form IN ('direct', 'mixed', 'indirect')), CONSTRAINT ck_attributions_rank_reason CHECK (rank <> 'deprecated' OR coalesce(rank_reason, '') <> ''), CONSTRAINT ck_attributions_rank CHECK (rank IN ('preferred', 'normal', 'deprecated')), CONSTRAINT ck_attributions_said_basis CHECK (said_basis IN ('stated', 'inferred')), CONSTRAINT ck_attributions_status_reason CHECK (status = 'sourced' OR coalesce(status_reason, '') <> ''), CONSTRAINT ck_attributions_status CHECK (status IN ('sourced', 'disputed', 'misattributed')), CONSTRAINT ck_attributions_checked CHECK ((check_result IS NULL) = (checked_at IS NULL)), CONSTRAINT ck_attributions_locator_pair CHECK ((locator_label IS NULL) = (locator IS NULL)), CONSTRAINT ck_attributions_not_quoted_from_itself CHECK (quoted_from_id <> id), CONSTRAINT ck_attributions_said_order CHECK (said_min <= said_max), CONSTRAINT fk_attributions_quoted_from_id_attributions FOREIGN KEY(quoted_from_id) REFERENCES attributions (id), CONSTRAINT fk_attributions_snapshot_id_source_id_snapshots FOREIGN KEY(snapshot_id, source_id) REFERENCES snapshots (id, source_id), CONSTRAINT fk_attributions_source_id_sources FOREIGN KEY(source_id) REFERENCES sources (id), CONSTRAINT fk_attributions_speaker_id_speakers FOREIGN KEY(speaker_id) REFERENCES speakers (id), CONSTRAINT fk_attributions_statement_id_statements FOREIGN KEY(statement_id) REFERENCES statements (id), CONSTRAINT fk_attributions_translator_id_speakers FOREIGN KEY(translator_id) REFERENCES speakers (id) );
CREATE INDEX ix_attributions_quoted_from_id ON attributions (quoted_from_id) WHERE quoted_from_id IS NOT NULL;
CREATE INDEX ix_attributions_snapshot_id_attributions_source_id ON attributions (snapshot_id, source_id) WHERE snapshot_id IS NOT NULL;
CREATE INDEX ix_attributions_source_id ON attributions (source_id);
CREATE INDEX ix_attributions_speaker_id ON attributions (speaker_id);
CREATE INDEX ix_attributions_statement_id ON attributions (statement_id);
CREATE INDEX ix_attributions_translator_id ON attributions (translator_id) WHERE translator_id IS NOT NULL;
CREATE TABLE "statements" ( id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "key" VARCHAR NOT NULL, text VARCHAR NOT NULL, text_key VARCHAR NOT NULL, said VARCHAR, said_min INTEGER, said_max INTEGER, note VARCHAR, text_folded VARCHAR, CONSTRAINT ck_statements_text CHECK (text <> ''), CONSTRAINT ck_statements_said_order CHECK (said_min <= said_max), CONSTRAINT uq_statements_key UNIQUE ("key") );
CREATE INDEX ix_statements_text_key ON statements (text_key);
CREATE TRIGGER statement_keys_are_frozen BEFORE UPDATE OF key ON statements WHEN old.key IS NOT new.key BEGIN SELECT raise(ABORT, 'the key of a statement never changes'); END;
CREATE TABLE "proposals" ( id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, snapshot_id INTEGER NOT NULL, place_key VARCHAR NOT NULL, text_key VARCHAR NOT NULL, stretches JSON NOT NULL, form VARCHAR NOT NULL, polarity VARCHAR DEFAULT 'asserted' NOT NULL, speaker VARCHAR, speaker_slug VARCHAR, named_as VARCHAR, speaker_start INTEGER, speaker_end INTEGER, speaker_kind VARCHAR NOT NULL, unnamed BOOLEAN NOT NULL, cue VARCHAR, via JSON NOT NULL, said VARCHAR, said_basis VARCHAR, confidence DOUBLE NOT NULL, reason VARCHAR NOT NULL, engine VARCHAR NOT NULL, state VARCHAR DEFAULT 'open' NOT NULL, attribution_id INTEGER, CONSTRAINT ck_proposals_polarity CHECK (polarity IN ('asserted', 'denied', 'not_said', 'asked')), CONSTRAINT ck_proposals_form CHECK (form IN ('direct', 'mixed', 'indirect')), CONSTRAINT ck_proposals_speaker_kind CHECK (speaker_kind IN ('person', 'organisation', 'group', 'office')), CONSTRAINT ck_proposals_said_basis CHECK (said_basis IN ('stated', 'inferred')), CONSTRAINT ck_proposals_state CHECK (state IN ('open', 'accepted', 'rejected')), CONSTRAINT ck_proposals_stretches CHECK (json_valid(stretches)), CONSTRAINT ck_proposals_via CHECK (json_valid(via)), CONSTRAINT ck_proposals_unnamed CHECK (unnamed IN (0, 1)), CONSTRAINT ck_proposals_confidence CHECK (confidence BETWEEN 0 AND 1), CONSTRAINT ck_proposals_speaker CHECK (speaker <> ''), CONSTRAINT ck_proposals_speaker_place CHECK ((speaker_start IS NULL) = (speaker_end IS NULL)), CONSTRAINT ck_proposals_accepted CHECK ((state = 'accepted') = (attribution_id IS NOT NULL)), CONSTRAINT fk_proposals_snapshot_id_snapshots FOREIGN KEY(snapshot_id) REFERENCES snapshots (id), CONSTRAINT fk_proposals_attribution_id_attributions FOREIGN KEY(attribution_id) REFERENCES attributions (id), CONSTRAINT uq_proposals_snapshot_id_place_key UNIQUE (snapshot_id, place_key) );
CREATE INDEX ix_proposals_text_key ON proposals (text_key);
CREATE INDEX ix_proposals_attribution_id ON proposals (attribution_id) WHERE attribution_id IS NOT NULL;
CREATE TABLE captures ( id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, source_id INTEGER NOT NULL, snapshot_id INTEGER, captured_at VARCHAR NOT NULL, url VARCHAR, archive_url VARCHAR, status INTEGER, etag VARCHAR, last_modified VARCHAR, original_sha256 VARCHAR, reason VARCHAR, CONSTRAINT fk_captures_snapshot_id_source_id_snapshots FOREIGN KEY(snapshot_id, source_id) REFERENCES snapshots (id, source_id), CONSTRAINT ck_captures_reason CHECK ((snapshot_id IS NULL) = (reason IS NOT NULL)), CONSTRAINT ck_captures_original_sha256 CHECK (length(original_sha256) = 64), CONSTRAINT fk_captures_source_id_sources FOREIGN KEY(source_id) REFERENCES sources (id) );
CREATE TABLE checks ( id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, attribution_id INTEGER NOT NULL, snapshot_id INTEGER, outcome VARCHAR NOT NULL, at VARCHAR NOT NULL, CONSTRAINT ck_checks_outcome CHECK (outcome IN ('exact', 'typographic', 'interrupted', 'bracketed', 'elided', 'drifted', 'stitched', 'inverted', 'altered', 'ambiguous', 'absent', 'not_checkable')), CONSTRAINT fk_checks_attribution_id_attributions FOREIGN KEY(attribution_id) REFERENCES attributions (id) ON DELETE CASCADE, CONSTRAINT fk_checks_snapshot_id_snapshots FOREIGN KEY(snapshot_id) REFERENCES snapshots (id) ON DELETE CASCADE );
CREATE TABLE citekey_aliases ( id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, source_id INTEGER NOT NULL, citekey VARCHAR NOT NULL, CONSTRAINT ck_citekey_aliases_citekey CHECK (citekey <> ''), CONSTRAINT fk_citekey_aliases_source_id_sources FOREIGN KEY(source_id) REFERENCES sources (id), CONSTRAINT uq_citekey_aliases_citekey UNIQUE (citekey) );
CREATE INDEX ix_captures_source_id ON captures (source_id);
CREATE INDEX ix_checks_attribution_id ON checks (attribution_id);
CREATE INDEX ix_checks_snapshot_id ON checks (snapshot_id);
CREATE INDEX ix_citekey_aliases_source_id ON citekey_aliases (source_id);
CREATE TRIGGER outcomes_follow_statements AFTER UPDATE OF text ON statements WHEN old.text IS NOT new.text AND NOT EXISTS (SELECT 1 FROM operations WHERE open = 1) BEGIN UPDATE attributions SET check_result = NULL, checked_at = NULL, accepted_reason = NULL WHERE statement_id = new.id AND wording IS NULL AND check_result IS NOT NULL; END;
CREATE TRIGGER outcomes_follow_spans_update AFTER UPDATE ON spans WHEN NOT EXISTS (SELECT 1 FROM operations WHERE open = 1) BEGIN UPDATE attributions SET check_result = NULL, checked_at = NULL, accepted_reason = NULL WHERE id = old.attribution_id AND check_result IS NOT NULL; END;
CREATE TRIGGER outcomes_follow_spans_delete AFTER DELETE ON spans WHEN NOT EXISTS (SELECT 1 FROM operations WHERE open = 1) BEGIN UPDATE attributions SET check_result = NULL, checked_at = NULL, accepted_reason = NULL WHERE id = old.attribution_id AND check_result IS NOT NULL; END;
CREATE VIEW statements_searched AS SELECT id, coalesce(text_folded, text) AS text FROM statements;
CREATE VIRTUAL TABLE statements_fts USING fts5(text, content='statements_searched', content_rowid='id', tokenize="unicode61 remove_diacritics 2 categories 'L* M* N* Co'" /* content="statements" */);
CREATE TRIGGER statements_fts_insert AFTER INSERT ON statements BEGIN INSERT INTO statements_fts(rowid, text) VALUES (new.id, coalesce(new.text_folded, new.text)); END;
CREATE TRIGGER statements_fts_delete AFTER DELETE ON statements BEGIN INSERT INTO statements_fts(statements_fts, rowid, text) VALUES ('delete', old.id, coalesce(old.text_folded, old.text)); END;
CREATE VIEW attributions_searched AS SELECT id, coalesce(wording_folded, wording) AS wording FROM attributions WHERE wording IS NOT NULL;
CREATE VIRTUAL TABLE attributions_fts USING fts5(wording, content='attributions_searched', content_rowid='id', tokenize="unicode61 remove_diacritics 2 categories 'L* M* N* Co'" /* content="attributions" */);
CREATE TRIGGER attributions_fts_insert AFTER INSERT ON attributions WHEN new.wording IS NOT NULL BEGIN INSERT INTO attributions_fts(rowid, wording) SELECT new.id, coalesce(new.wording_folded, new.wording) WHERE new.wording IS NOT NULL; END;
CREATE TRIGGER attributions_fts_delete AFTER DELETE ON attributions WHEN old.wording IS NOT NULL BEGIN INSERT INTO attributions_fts(attributions_fts, rowid, wording) SELECT 'delete', old.id, coalesce(old.wording_folded, old.wording) WHERE old.wording IS NOT NULL; END;
CREATE VIEW speaker_names_searched AS SELECT id, coalesce(name_folded, name) AS name, name_key AS name_key FROM speaker_names;
CREATE VIRTUAL TABLE speaker_names_fts USING fts5(name, name_key, content='speaker_names_searched', content_rowid='id', tokenize="unicode61 remove_diacritics 2 categories 'L* M* N* Co'" /* content="speaker_names" */);
CREATE TRIGGER speaker_names_fts_insert AFTER INSERT ON speaker_names BEGIN INSERT INTO speaker_names_fts(rowid, name, name_key) VALUES (new.id, coalesce(new.name_folded, new.name), new.name_key); END;
CREATE TRIGGER speaker_names_fts_delete AFTER DELETE ON speaker_names BEGIN INSERT INTO speaker_names_fts(speaker_names_fts, rowid, name, name_key) VALUES ('delete', old.id, coalesce(old.name_folded, old.name), old.name_key); END;
CREATE VIEW sources_searched AS SELECT id, coalesce(title_folded, title) AS title, coalesce(container_title_folded, container_title) AS container_title FROM sources;
CREATE VIRTUAL TABLE sources_fts USING fts5(title, container_title, content='sources_searched', content_rowid='id', tokenize="unicode61 remove_diacritics 2 categories 'L* M* N* Co'" /* content="sources" */);
CREATE TRIGGER sources_fts_insert AFTER INSERT ON sources BEGIN INSERT INTO sources_fts(rowid, title, container_title) VALUES (new.id, coalesce(new.title_folded, new.title), coalesce(new.container_title_folded, new.container_title)); END;
CREATE TRIGGER sources_fts_delete AFTER DELETE ON sources BEGIN INSERT INTO sources_fts(sources_fts, rowid, title, container_title) VALUES ('delete', old.id, coalesce(old.title_folded, old.title), coalesce(old.container_title_folded, old.container_title)); END;
CREATE INDEX ix_attributions_worded ON attributions (statement_id) WHERE wording IS NOT NULL;
CREATE TRIGGER outcomes_follow_statements_insert AFTER INSERT ON statements WHEN NOT EXISTS (SELECT 1 FROM operations WHERE open = 1) BEGIN UPDATE attributions SET check_result = NULL, checked_at = NULL, accepted_reason = NULL WHERE statement_id = new.id AND wording IS NULL AND check_result IS NOT NULL; END;
CREATE TRIGGER outcomes_follow_attributions_insert AFTER INSERT ON attributions WHEN new.check_result IS NOT NULL AND NOT EXISTS (SELECT 1 FROM operations WHERE open = 1) BEGIN UPDATE attributions SET check_result = NULL, checked_at = NULL, accepted_reason = NULL WHERE id = new.id; END;
CREATE TRIGGER outcomes_follow_spans_insert AFTER INSERT ON spans WHEN NOT EXISTS (SELECT 1 FROM operations WHERE open = 1) BEGIN UPDATE attributions SET check_result = NULL, checked_at = NULL, accepted_reason = NULL WHERE id = new.attribution_id AND check_result IS NOT NULL; END;
CREATE TRIGGER outcomes_follow_snapshots_insert AFTER INSERT ON snapshots WHEN NOT EXISTS (SELECT 1 FROM operations WHERE open = 1) BEGIN UPDATE attributions SET check_result = NULL, checked_at = NULL, accepted_reason = NULL WHERE source_id = new.source_id AND check_result IS NOT NULL; END;
CREATE TRIGGER outcomes_follow_snapshots_delete AFTER DELETE ON snapshots WHEN NOT EXISTS (SELECT 1 FROM operations WHERE open = 1) BEGIN UPDATE attributions SET check_result = NULL, checked_at = NULL, accepted_reason = NULL WHERE source_id = old.source_id AND check_result IS NOT NULL; END;
CREATE TABLE snapshots_searched (id INTEGER PRIMARY KEY, last INTEGER NOT NULL, sha256 VARCHAR NOT NULL UNIQUE);
CREATE VIRTUAL TABLE snapshots_fts USING fts5(text, content='', tokenize="unicode61 remove_diacritics 2 categories 'L* M* N* Co'");
CREATE TABLE statement_links (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	from_id INTEGER NOT NULL, 
	to_id INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	CONSTRAINT ck_statement_links_kind CHECK (kind IN ('variant_of', 'excerpt_of', 'translation_of', 'corrects', 'retracts')), 
	CONSTRAINT ck_statement_links_two_statements CHECK (from_id <> to_id), 
	CONSTRAINT fk_statement_links_from_id_statements FOREIGN KEY(from_id) REFERENCES statements (id), 
	CONSTRAINT fk_statement_links_to_id_statements FOREIGN KEY(to_id) REFERENCES statements (id), 
	CONSTRAINT uq_statement_links_from_id_to_id_kind UNIQUE (from_id, to_id, kind)
);
CREATE INDEX ix_statement_links_to_id ON statement_links (to_id);
CREATE TABLE judgements (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	first_id INTEGER NOT NULL, 
	second_id INTEGER NOT NULL, 
	judgement VARCHAR NOT NULL, 
	reason VARCHAR, 
	CONSTRAINT ck_judgements_judgement CHECK (judgement IN ('same', 'different', 'unsure')), 
	CONSTRAINT ck_judgements_two_speakers CHECK (first_id <> second_id), 
	CONSTRAINT fk_judgements_first_id_speakers FOREIGN KEY(first_id) REFERENCES speakers (id), 
	CONSTRAINT fk_judgements_second_id_speakers FOREIGN KEY(second_id) REFERENCES speakers (id), 
	CONSTRAINT uq_judgements_first_id_second_id UNIQUE (first_id, second_id)
);
CREATE INDEX ix_judgements_second_id ON judgements (second_id);
CREATE TABLE decisions (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	first_id INTEGER NOT NULL, 
	second_id INTEGER NOT NULL, 
	about VARCHAR NOT NULL, 
	decision VARCHAR NOT NULL, 
	reason VARCHAR NOT NULL, 
	CONSTRAINT ck_decisions_about CHECK (about IN ('date', 'place', 'figure', 'wording', 'speaker')), 
	CONSTRAINT ck_decisions_decision CHECK (decision IN ('first', 'second', 'both')), 
	CONSTRAINT ck_decisions_reason CHECK (reason <> ''), 
	CONSTRAINT ck_decisions_two_attributions CHECK (first_id <> second_id), 
	CONSTRAINT fk_decisions_first_id_attributions FOREIGN KEY(first_id) REFERENCES attributions (id), 
	CONSTRAINT fk_decisions_second_id_attributions FOREIGN KEY(second_id) REFERENCES attributions (id), 
	CONSTRAINT uq_decisions_first_id_second_id_about UNIQUE (first_id, second_id, about)
);
CREATE INDEX ix_decisions_second_id ON decisions (second_id);
CREATE TABLE offices (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	speaker_id INTEGER NOT NULL, 
	title VARCHAR NOT NULL, 
	title_key VARCHAR NOT NULL, 
	since VARCHAR, 
	since_min INTEGER, 
	since_max INTEGER, 
	until VARCHAR, 
	until_min INTEGER, 
	until_max INTEGER, 
	source_id INTEGER, 
	note VARCHAR, 
	CONSTRAINT ck_offices_title CHECK (title <> ''), 
	CONSTRAINT ck_offices_since_order CHECK (since_min <= since_max), 
	CONSTRAINT ck_offices_until_order CHECK (until_min <= until_max), 
	CONSTRAINT ck_offices_order CHECK (since_min <= until_max), 
	CONSTRAINT fk_offices_source_id_sources FOREIGN KEY(source_id) REFERENCES sources (id), 
	CONSTRAINT fk_offices_speaker_id_speakers FOREIGN KEY(speaker_id) REFERENCES speakers (id)
);
CREATE INDEX ix_offices_speaker_id ON offices (speaker_id);
CREATE INDEX ix_offices_title_key ON offices (title_key);
CREATE INDEX ix_offices_source_id ON offices (source_id) WHERE source_id IS NOT NULL;
CREATE TABLE seals (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	first_change INTEGER NOT NULL, 
	last_change INTEGER NOT NULL, 
	content VARCHAR NOT NULL, 
	digest VARCHAR NOT NULL, 
	CONSTRAINT ck_seals_range CHECK (first_change <= last_change), 
	CONSTRAINT uq_seals_last_change UNIQUE (last_change)
);
CREATE TABLE seal_openings (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	seal_id INTEGER NOT NULL, 
	operation_id INTEGER NOT NULL, 
	content VARCHAR NOT NULL, 
	CONSTRAINT fk_seal_openings_seal_id_seals FOREIGN KEY(seal_id) REFERENCES seals (id), 
	CONSTRAINT fk_seal_openings_operation_id_operations FOREIGN KEY(operation_id) REFERENCES operations (id)
);
CREATE INDEX ix_seal_openings_operation_id ON seal_openings (operation_id);
CREATE INDEX ix_seal_openings_seal_id ON seal_openings (seal_id);
CREATE TABLE stamps (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	seal_id INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	authority VARCHAR NOT NULL, 
	at VARCHAR NOT NULL, 
	token BLOB NOT NULL, 
	CONSTRAINT ck_stamps_kind CHECK (kind IN ('rfc3161', 'opentimestamps')), 
	CONSTRAINT fk_stamps_seal_id_seals FOREIGN KEY(seal_id) REFERENCES seals (id)
);
CREATE INDEX ix_stamps_seal_id ON stamps (seal_id);
CREATE INDEX ix_attributions_language ON attributions (language) WHERE language <> 'en';
CREATE VIEW quotes AS SELECT coalesce(a.wording, st.text) AS text, sp.name AS speaker, (SELECT group_concat(hop_name, ', via ') FROM ( SELECT relayer.name AS hop_name FROM relays JOIN speakers AS hop ON hop.id = relays.speaker_id JOIN speakers AS relayer ON relayer.id = coalesce(hop.merged_into_id, hop.id) WHERE relays.attribution_id = a.id AND (relayer.id <> sp.id OR (relays.cited_source_id IS NULL AND sp.unnamed)) ORDER BY relays.hop)) AS via, CASE WHEN a.status = 'misattributed' THEN a.said ELSE coalesce(a.said, st.said) END AS said, a.form AS form, a.polarity AS polarity, a.check_result AS check_result, a.status AS status, so.citekey AS source, CASE WHEN a.locator_label = 'timestamp' THEN a.locator ELSE a.locator_label || ' ' || a.locator END AS locator, so.title AS title, so.issued AS issued, st.key AS key, a.status_reason AS status_reason, a.rank AS rank, a.rank_reason AS rank_reason, (SELECT group_concat(name, ', ') FROM ( SELECT tags.name AS name FROM statement_tags JOIN tags ON tags.id = statement_tags.tag_id WHERE statement_tags.statement_id = st.id ORDER BY tags.name)) AS tags, a.cue AS cue, a.medium AS medium, a.language AS language, a.place AS place, a.occasion AS occasion, a.accepted_reason AS accepted_reason, so.url AS url, a.id AS id, st.id AS statement_id, sp.id AS speaker_id, so.id AS source_id, sp.slug AS speaker_slug, CASE WHEN a.said IS NULL AND a.status = 'misattributed' THEN so.issued_min ELSE coalesce(a.said_min, st.said_min, so.issued_min) END AS said_min, CASE WHEN a.said IS NULL AND a.status = 'misattributed' THEN so.issued_max ELSE coalesce(a.said_max, st.said_max, so.issued_max) END AS said_max FROM attributions AS a JOIN statements AS st ON st.id = a.statement_id JOIN sources AS so ON so.id = a.source_id JOIN speakers AS printed ON printed.id = a.speaker_id JOIN speakers AS sp ON sp.id = coalesce(printed.merged_into_id, printed.id);
CREATE TRIGGER outcomes_follow_attributions AFTER UPDATE OF statement_id, source_id, snapshot_id, form, wording, exact, prefix, suffix ON attributions WHEN new.check_result IS NOT NULL AND NOT EXISTS (SELECT 1 FROM operations WHERE open = 1) AND (old.statement_id, old.source_id, old.snapshot_id, old.form, old.wording, old.exact, old.prefix, old.suffix) IS NOT (new.statement_id, new.source_id, new.snapshot_id, new.form, new.wording, new.exact, new.prefix, new.suffix) BEGIN UPDATE attributions SET check_result = NULL, checked_at = NULL, accepted_reason = NULL WHERE id = new.id; END;
CREATE VIEW history_rows AS SELECT table_name, row_id, before, after, before_blob FROM changes;
CREATE TRIGGER history_rows_insert INSTEAD OF INSERT ON history_rows WHEN iif(new.before IS NULL, NOT EXISTS (SELECT 1 FROM operations WHERE open = 1), new.before IS NOT new.after AND json_remove(new.before, '$.check_result', '$.checked_at') IS NOT json_remove(new.after, '$.check_result', '$.checked_at')) BEGIN UPDATE changes SET last_row_id = new.row_id WHERE new.before IS NULL AND id = (SELECT max(id) FROM changes) AND operation_id IS NULL AND kind = 'insert' AND table_name = new.table_name AND last_row_id = new.row_id - 1; INSERT INTO changes(operation_id, kind, table_name, row_id, last_row_id, before, after, before_blob) SELECT (SELECT id FROM operations WHERE open = 1), CASE WHEN new.before IS NULL THEN 'insert' WHEN new.after IS NULL THEN 'delete' ELSE 'update' END, new.table_name, new.row_id, new.row_id, new.before, new.after, new.before_blob WHERE changes() = 0; END;
CREATE TRIGGER statements_fts_update AFTER UPDATE OF id, text ON statements WHEN (old.id, old.text) IS NOT (new.id, new.text) BEGIN INSERT INTO statements_fts(statements_fts, rowid, text) VALUES ('delete', old.id, coalesce(old.text_folded, old.text)); INSERT INTO statements_fts(rowid, text) VALUES (new.id, coalesce(new.text_folded, new.text)); UPDATE statements SET text_folded = nullif(text_folded, iif(old.text IS new.text, NULL, old.text_folded)) WHERE id = new.id AND NOT EXISTS (SELECT 1 FROM operations WHERE open = 1); END;
CREATE TRIGGER statements_fts_refold AFTER UPDATE OF text_folded ON statements WHEN (old.id, old.text) IS (new.id, new.text) AND old.text_folded IS NOT new.text_folded BEGIN INSERT INTO statements_fts(statements_fts, rowid, text) VALUES ('delete', old.id, coalesce(old.text_folded, old.text)); INSERT INTO statements_fts(rowid, text) VALUES (new.id, coalesce(new.text_folded, new.text)); END;
CREATE TRIGGER attributions_fts_update AFTER UPDATE OF id, wording ON attributions WHEN (old.id, old.wording) IS NOT (new.id, new.wording) BEGIN INSERT INTO attributions_fts(attributions_fts, rowid, wording) SELECT 'delete', old.id, coalesce(old.wording_folded, old.wording) WHERE old.wording IS NOT NULL; INSERT INTO attributions_fts(rowid, wording) SELECT new.id, coalesce(new.wording_folded, new.wording) WHERE new.wording IS NOT NULL; UPDATE attributions SET wording_folded = nullif(wording_folded, iif(old.wording IS new.wording, NULL, old.wording_folded)) WHERE id = new.id AND NOT EXISTS (SELECT 1 FROM operations WHERE open = 1); END;
CREATE TRIGGER attributions_fts_refold AFTER UPDATE OF wording_folded ON attributions WHEN (old.id, old.wording) IS (new.id, new.wording) AND old.wording_folded IS NOT new.wording_folded BEGIN INSERT INTO attributions_fts(attributions_fts, rowid, wording) SELECT 'delete', old.id, coalesce(old.wording_folded, old.wording) WHERE old.wording IS NOT NULL; INSERT INTO attributions_fts(rowid, wording) SELECT new.id, coalesce(new.wording_folded, new.wording) WHERE new.wording IS NOT NULL; END;
CREATE TRIGGER speaker_names_fts_update AFTER UPDATE OF id, name, name_key ON speaker_names WHEN (old.id, old.name, old.name_key) IS NOT (new.id, new.name, new.name_key) BEGIN INSERT INTO speaker_names_fts(speaker_names_fts, rowid, name, name_key) VALUES ('delete', old.id, coalesce(old.name_folded, old.name), old.name_key); INSERT INTO speaker_names_fts(rowid, name, name_key) VALUES (new.id, coalesce(new.name_folded, new.name), new.name_key); UPDATE speaker_names SET name_folded = nullif(name_folded, iif(old.name IS new.name, NULL, old.name_folded)) WHERE id = new.id AND NOT EXISTS (SELECT 1 FROM operations WHERE open = 1); END;
CREATE TRIGGER speaker_names_fts_refold AFTER UPDATE OF name_folded ON speaker_names WHEN (old.id, old.name, old.name_key) IS (new.id, new.name, new.name_key) AND old.name_folded IS NOT new.name_folded BEGIN INSERT INTO speaker_names_fts(speaker_names_fts, rowid, name, name_key) VALUES ('delete', old.id, coalesce(old.name_folded, old.name), old.name_key); INSERT INTO speaker_names_fts(rowid, name, name_key) VALUES (new.id, coalesce(new.name_folded, new.name), new.name_key); END;
CREATE TRIGGER sources_fts_update AFTER UPDATE OF id, title, container_title ON sources WHEN (old.id, old.title, old.container_title) IS NOT (new.id, new.title, new.container_title) BEGIN INSERT INTO sources_fts(sources_fts, rowid, title, container_title) VALUES ('delete', old.id, coalesce(old.title_folded, old.title), coalesce(old.container_title_folded, old.container_title)); INSERT INTO sources_fts(rowid, title, container_title) VALUES (new.id, coalesce(new.title_folded, new.title), coalesce(new.container_title_folded, new.container_title)); UPDATE sources SET title_folded = nullif(title_folded, iif(old.title IS new.title, NULL, old.title_folded)), container_title_folded = nullif(container_title_folded, iif(old.container_title IS new.container_title, NULL, old.container_title_folded)) WHERE id = new.id AND NOT EXISTS (SELECT 1 FROM operations WHERE open = 1); END;
CREATE TRIGGER sources_fts_refold AFTER UPDATE OF title_folded, container_title_folded ON sources WHEN (old.id, old.title, old.container_title) IS (new.id, new.title, new.container_title) AND (old.title_folded, old.container_title_folded) IS NOT (new.title_folded, new.container_title_folded) BEGIN INSERT INTO sources_fts(sources_fts, rowid, title, container_title) VALUES ('delete', old.id, coalesce(old.title_folded, old.title), coalesce(old.container_title_folded, old.container_title)); INSERT INTO sources_fts(rowid, title, container_title) VALUES (new.id, coalesce(new.title_folded, new.title), coalesce(new.container_title_folded, new.container_title)); END;
CREATE TRIGGER history_claims_insert AFTER INSERT ON claims WHEN NOT EXISTS (SELECT 1 FROM operations WHERE open = 1) BEGIN INSERT INTO history_rows VALUES ('claims', new.id, NULL, NULL, NULL); END;
CREATE TRIGGER history_claims_update AFTER UPDATE ON claims BEGIN INSERT INTO history_rows VALUES ('claims', old.id, json_object('id', old.id, 'key', old.key, 'text', old.text, 'note', old.note), json_object('id', new.id, 'key', new.key, 'text', new.text, 'note', new.note), NULL); END;
CREATE TRIGGER history_claims_delete AFTER DELETE ON claims BEGIN INSERT INTO history_rows VALUES ('claims', old.id, json_object('id', old.id, 'key', old.key, 'text', old.text, 'note', old.note), NULL, NULL); END;
CREATE TRIGGER history_sources_insert AFTER INSERT ON sources WHEN NOT EXISTS (SELECT 1 FROM operations WHERE open = 1) BEGIN INSERT INTO history_rows VALUES ('sources', new.id, NULL, NULL, NULL); END;
CREATE TRIGGER history_sources_update AFTER UPDATE ON sources BEGIN INSERT INTO history_rows VALUES ('sources', old.id, json_object('id', old.id, 'citekey', old.citekey, 'type', old.type, 'title', old.title, 'container_title', old.container_title, 'publisher', old.publisher, 'issued', old.issued, 'issued_min', old.issued_min, 'issued_max', old.issued_max, 'url', old.url, 'url_key', old.url_key, 'archive_url', old.archive_url, 'accessed', old.accessed, 'language', old.language, 'csl', old.csl), json_object('id', new.id, 'citekey', new.citekey, 'type', new.type, 'title', new.title, 'container_title', new.container_title, 'publisher', new.publisher, 'issued', new.issued, 'issued_min', new.issued_min, 'issued_max', new.issued_max, 'url', new.url, 'url_key', new.url_key, 'archive_url', new.archive_url, 'accessed', new.accessed, 'language', new.language, 'csl', new.csl), NULL); END;
CREATE TRIGGER history_sources_delete AFTER DELETE ON sources BEGIN INSERT INTO history_rows VALUES ('sources', old.id, json_object('id', old.id, 'citekey', old.citekey, 'type', old.type, 'title', old.title, 'container_title', old.container_title, 'publisher', old.publisher, 'issued', old.issued, 'issued_min', old.issued_min, 'issued_max', old.issued_max, 'url', old.url, 'url_key', old.url_key, 'archive_url', old.archive_url, 'accessed', old.accessed, 'language', old.language, 'csl', old.csl), NULL, NULL); END;
CREATE TRIGGER history_speakers_insert AFTER INSERT ON speakers WHEN NOT EXISTS (SELECT 1 FROM operations WHERE open = 1) BEGIN INSERT INTO history_rows VALUES ('speakers', new.id, NULL, NULL, NULL); END;
CREATE TRIGGER history_speakers_update AFTER UPDATE ON speakers BEGIN INSERT INTO history_rows VALUES ('speakers', old.id, json_object('id', old.id, 'slug', old.slug, 'name', old.name, 'family', old.family, 'given', old.given, 'kind', old.kind, 'unnamed', old.unnamed, 'description', old.description, 'wikidata_id', old.wikidata_id, 'merged_into_id', old.merged_into_id), json_object('id', new.id, 'slug', new.slug, 'name', new.name, 'family', new.family, 'given', new.given, 'kind', new.kind, 'unnamed', new.unnamed, 'description', new.description, 'wikidata_id', new.wikidata_id, 'merged_into_id', new.merged_into_id), NULL); END;
CREATE TRIGGER history_speakers_delete AFTER DELETE ON speakers BEGIN INSERT INTO history_rows VALUES ('speakers', old.id, json_object('id', old.id, 'slug', old.slug, 'name', old.name, 'family', old.family, 'given', old.given, 'kind', old.kind, 'unnamed', old.unnamed, 'description', old.description, 'wikidata_id', old.wikidata_id, 'merged_into_id', old.merged_into_id), NULL, NULL); END;
CREATE TRIGGER history_statements_insert AFTER INSERT ON statements WHEN NOT EXISTS (SELECT 1 FROM operations WHERE open = 1) BEGIN INSERT INTO history_rows VALUES ('statements', new.id, NULL, NULL, NULL); END;
CREATE TRIGGER history_statements_update AFTER UPDATE ON statements BEGIN INSERT INTO history_rows VALUES ('statements', old.id, json_object('id', old.id, 'key', old.key, 'text', old.text, 'text_key', old.text_key, 'said', old.said, 'said_min', old.said_min, 'said_max', old.said_max, 'note', old.note), json_object('id', new.id, 'key', new.key, 'text', new.text, 'text_key', new.text_key, 'said', new.said, 'said_min', new.said_min, 'said_max', new.said_max, 'note', new.note), NULL); END;
CREATE TRIGGER history_statements_delete AFTER DELETE ON statements BEGIN INSERT INTO history_rows VALUES ('statements', old.id, json_object('id', old.id, 'key', old.key, 'text', old.text, 'text_key', old.text_key, 'said', old.said, 'said_min', old.said_min, 'said_max', old.said_max, 'note', old.note), NULL, NULL); END;
CREATE TRIGGER history_tags_insert AFTER INSERT ON tags WHEN NOT EXISTS (SELECT 1 FROM operations WHERE open = 1) BEGIN INSERT INTO history_rows VALUES ('tags', new.id, NULL, NULL, NULL); END;
CREATE TRIGGER history_tags_update AFTER UPDATE ON tags BEGIN INSERT INTO history_rows VALUES ('tags', old.id, json_object('id', old.id, 'name', old.name), json_object('id', new.id, 'name', new.name), NULL); END;
CREATE TRIGGER history_tags_delete AFTER DELETE ON tags BEGIN INSERT INTO history_rows VALUES ('tags', old.id, json_object('id', old.id, 'name', old.name), NULL, NULL); END;
CREATE TRIGGER history_citekey_aliases_insert AFTER INSERT ON citekey_aliases WHEN NOT EXISTS (SELECT 1 FROM operations WHERE open = 1) BEGIN INSERT INTO history_rows VALUES ('citekey_aliases', new.id, NULL, NULL, NULL); END;
CREATE TRIGGER history_citekey_aliases_update AFTER UPDATE ON citekey_aliases BEGIN INSERT INTO history_rows VALUES ('citekey_aliases', old.id, json_object('id', old.id, 'source_id', old.source_id, 'citekey', old.citekey), json_object('id', new.id, 'source_id', new.source_id, 'citekey', new.citekey), NULL); END;
CREATE TRIGGER history_citekey_aliases_delete AFTER DELETE ON citekey_aliases BEGIN INSERT INTO history_rows VALUES ('citekey_aliases', old.id, json_object('id', old.id, 'source_id', old.source_id, 'citekey', old.citekey), NULL, NULL); END;
CREATE TRIGGER history_claim_links_insert AFTER INSERT ON claim_links WHEN NOT EXISTS (SELECT 1 FROM operations WHERE open = 1) BEGIN INSERT INTO history_rows VALUES ('claim_links', new.id, NULL, NULL, NULL); END;
CREATE TRIGGER history_claim_links_update AFTER UPDATE ON claim_links BEGIN INSERT INTO history_rows VALUES ('claim_links', old.id, json_object('id', old.id, 'from_id', old.from_id, 'to_id', old.to_id, 'kind', old.kind), json_object('id', new.id, 'from_id', new.from_id, 'to_id', new.to_id, 'kind', new.kind), NULL); END;
CREATE TRIGGER history_claim_links_delete AFTER DELETE ON claim_links BEGIN INSERT INTO history_rows VALUES ('claim_links', old.id, json_object('id', old.id, 'from_id', old.from_id, 'to_id', old.to_id, 'kind', old.kind), NULL, NULL); END;
CREATE TRIGGER history_creators_insert AFTER INSERT ON creators WHEN NOT EXISTS (SELECT 1 FROM operations WHERE open = 1) BEGIN INSERT INTO history_rows VALUES ('creators', new.id, NULL, NULL, NULL); END;
CREATE TRIGGER history_creators_update AFTER UPDATE ON creators BEGIN INSERT INTO history_rows VALUES ('creators', old.id, json_object('id', old.id, 'source_id', old.source_id, 'position', old.position, 'role', old.role, 'speaker_id', old.speaker_id, 'named_as', old.named_as), json_object('id', new.id, 'source_id', new.source_id, 'position', new.position, 'role', new.role, 'speaker_id', new.speaker_id, 'named_as', new.named_as), NULL); END;
CREATE TRIGGER history_creators_delete AFTER DELETE ON creators BEGIN INSERT INTO history_rows VALUES ('creators', old.id, json_object('id', old.id, 'source_id', old.source_id, 'position', old.position, 'role', old.role, 'speaker_id', old.speaker_id, 'named_as', old.named_as), NULL, NULL); END;
CREATE TRIGGER history_judgements_insert AFTER INSERT ON judgements WHEN NOT EXISTS (SELECT 1 FROM operations WHERE open = 1) BEGIN INSERT INTO history_rows VALUES ('judgements', new.id, NULL, NULL, NULL); END;
CREATE TRIGGER history_judgements_update AFTER UPDATE ON judgements BEGIN INSERT INTO history_rows VALUES ('judgements', old.id, json_object('id', old.id, 'first_id', old.first_id, 'second_id', old.second_id, 'judgement', old.judgement, 'reason', old.reason), json_object('id', new.id, 'first_id', new.first_id, 'second_id', new.second_id, 'judgement', new.judgement, 'reason', new.reason), NULL); END;
CREATE TRIGGER history_judgements_delete AFTER DELETE ON judgements BEGIN INSERT INTO history_rows VALUES ('judgements', old.id, json_object('id', old.id, 'first_id', old.first_id, 'second_id', old.second_id, 'judgement', old.judgement, 'reason', old.reason), NULL, NULL); END;
CREATE TRIGGER history_offices_insert AFTER INSERT ON offices WHEN NOT EXISTS (SELECT 1 FROM operations WHERE open = 1) BEGIN INSERT INTO history_rows VALUES ('offices', new.id, NULL, NULL, NULL); END;
CREATE TRIGGER history_offices_update AFTER UPDATE ON offices BEGIN INSERT INTO history_rows VALUES ('offices', old.id, json_object('id', old.id, 'speaker_id', old.speaker_id, 'title', old.title, 'title_key', old.title_key, 'since', old.since, 'since_min', old.since_min, 'since_max', old.since_max, 'until', old.until, 'until_min', old.until_min, 'until_max', old.until_max, 'source_id', old.source_id, 'note', old.note), json_object('id', new.id, 'speaker_id', new.speaker_id, 'title', new.title, 'title_key', new.title_key, 'since', new.since, 'since_min', new.since_min, 'since_max', new.since_max, 'until', new.until, 'until_min', new.until_min, 'until_max', new.until_max, 'source_id', new.source_id, 'note', new.note), NULL); END;
CREATE TRIGGER history_offices_delete AFTER DELETE ON offices BEGIN INSERT INTO history_rows VALUES ('offices', old.id, json_object('id', old.id, 'speaker_id', old.speaker_id, 'title', old.title, 'title_key', old.title_key, 'since', old.since, 'since_min', old.since_min, 'since_max', old.since_max, 'until', old.until, 'until_min', old.until_min, 'until_max', old.until_max, 'source_id', old.source_id, 'note', old.note), NULL, NULL); END;
CREATE TRIGGER history_reviews_insert AFTER INSERT ON reviews WHEN NOT EXISTS (SELECT 1 FROM operations WHERE open = 1) BEGIN INSERT INTO history_rows VALUES ('reviews', new.id, NULL, NULL, NULL); END;
CREATE TRIGGER history_reviews_update AFTER UPDATE ON reviews BEGIN INSERT INTO history_rows VALUES ('reviews', old.id, json_object('id', old.id, 'claim_id', old.claim_id, 'reviewer_id', old.reviewer_id, 'source_id', old.source_id, 'verdict', old.verdict, 'rating', old.rating, 'best', old.best, 'worst', old.worst, 'published', old.published), json_object('id', new.id, 'claim_id', new.claim_id, 'reviewer_id', new.reviewer_id, 'source_id', new.source_id, 'verdict', new.verdict, 'rating', new.rating, 'best', new.best, 'worst', new.worst, 'published', new.published), NULL); END;
CREATE TRIGGER history_reviews_delete AFTER DELETE ON reviews BEGIN INSERT INTO history_rows VALUES ('reviews', old.id, json_object('id', old.id, 'claim_id', old.claim_id, 'reviewer_id', old.reviewer_id, 'source_id', old.source_id, 'verdict', old.verdict, 'rating', old.rating, 'best', old.best, 'worst', old.worst, 'published', old.published), NULL, NULL); END;
CREATE TRIGGER history_snapshots_insert AFTER INSERT ON snapshots WHEN NOT EXISTS (SELECT 1 FROM operations WHERE open = 1) BEGIN INSERT INTO history_rows VALUES ('snapshots', new.id, NULL, NULL, NULL); END;
CREATE TRIGGER history_snapshots_update AFTER UPDATE ON snapshots BEGIN INSERT INTO history_rows VALUES ('snapshots', old.id, json_object('id', old.id, 'source_id', old.source_id, 'captured_at', old.captured_at, 'sha256', old.sha256, 'media_type', old.media_type, 'text', old.text, 'extractor', old.extractor, 'places', old.places), json_object('id', new.id, 'source_id', new.source_id, 'captured_at', new.captured_at, 'sha256', new.sha256, 'media_type', new.media_type, 'text', new.text, 'extractor', new.extractor, 'places', new.places), NULL); END;
CREATE TRIGGER history_snapshots_delete AFTER DELETE ON snapshots BEGIN INSERT INTO history_rows VALUES ('snapshots', old.id, json_object('id', old.id, 'source_id', old.source_id, 'captured_at', old.captured_at, 'sha256', old.sha256, 'media_type', old.media_type, 'text', old.text, 'extractor', old.extractor, 'places', old.places), NULL, old.original); END;
CREATE TRIGGER history_speaker_names_insert AFTER INSERT ON speaker_names WHEN NOT EXISTS (SELECT 1 FROM operations WHERE open = 1) BEGIN INSERT INTO history_rows VALUES ('speaker_names', new.id, NULL, NULL, NULL); END;
CREATE TRIGGER history_speaker_names_update AFTER UPDATE ON speaker_names BEGIN INSERT INTO history_rows VALUES ('speaker_names', old.id, json_object('id', old.id, 'speaker_id', old.speaker_id, 'name', old.name, 'name_key', old.name_key, 'language', old.language, 'script', old.script, 'kind', old.kind), json_object('id', new.id, 'speaker_id', new.speaker_id, 'name', new.name, 'name_key', new.name_key, 'language', new.language, 'script', new.script, 'kind', new.kind), NULL); END;
CREATE TRIGGER history_speaker_names_delete AFTER DELETE ON speaker_names BEGIN INSERT INTO history_rows VALUES ('speaker_names', old.id, json_object('id', old.id, 'speaker_id', old.speaker_id, 'name', old.name, 'name_key', old.name_key, 'language', old.language, 'script', old.script, 'kind', old.kind), NULL, NULL); END;
CREATE TRIGGER history_stances_insert AFTER INSERT ON stances WHEN NOT EXISTS (SELECT 1 FROM operations WHERE open = 1) BEGIN INSERT INTO history_rows VALUES ('stances', new.id, NULL, NULL, NULL); END;
CREATE TRIGGER history_stances_update AFTER UPDATE ON stances BEGIN INSERT INTO history_rows VALUES ('stances', old.id, json_object('id', old.id, 'statement_id', old.statement_id, 'claim_id', old.claim_id, 'stance', old.stance, 'note', old.note), json_object('id', new.id, 'statement_id', new.statement_id, 'claim_id', new.claim_id, 'stance', new.stance, 'note', new.note), NULL); END;
CREATE TRIGGER history_stances_delete AFTER DELETE ON stances BEGIN INSERT INTO history_rows VALUES ('stances', old.id, json_object('id', old.id, 'statement_id', old.statement_id, 'claim_id', old.claim_id, 'stance', old.stance, 'note', old.note), NULL, NULL); END;
CREATE TRIGGER history_statement_links_insert AFTER INSERT ON statement_links WHEN NOT EXISTS (SELECT 1 FROM operations WHERE open = 1) BEGIN INSERT INTO history_rows VALUES ('statement_links', new.id, NULL, NULL, NULL); END;
CREATE TRIGGER history_statement_links_update AFTER UPDATE ON statement_links BEGIN INSERT INTO history_rows VALUES ('statement_links', old.id, json_object('id', old.id, 'from_id', old.from_id, 'to_id', old.to_id, 'kind', old.kind), json_object('id', new.id, 'from_id', new.from_id, 'to_id', new.to_id, 'kind', new.kind), NULL); END;
CREATE TRIGGER history_statement_links_delete AFTER DELETE ON statement_links BEGIN INSERT INTO history_rows VALUES ('statement_links', old.id, json_object('id', old.id, 'from_id', old.from_id, 'to_id', old.to_id, 'kind', old.kind), NULL, NULL); END;
CREATE TRIGGER history_statement_tags_insert AFTER INSERT ON statement_tags WHEN NOT EXISTS (SELECT 1 FROM operations WHERE open = 1) BEGIN INSERT INTO history_rows VALUES ('statement_tags', new.id, NULL, NULL, NULL); END;
CREATE TRIGGER history_statement_tags_update AFTER UPDATE ON statement_tags BEGIN INSERT INTO history_rows VALUES ('statement_tags', old.id, json_object('id', old.id, 'statement_id', old.statement_id, 'tag_id', old.tag_id), json_object('id', new.id, 'statement_id', new.statement_id, 'tag_id', new.tag_id), NULL); END;
CREATE TRIGGER history_statement_tags_delete AFTER DELETE ON statement_tags BEGIN INSERT INTO history_rows VALUES ('statement_tags', old.id, json_object('id', old.id, 'statement_id', old.statement_id, 'tag_id', old.tag_id), NULL, NULL); END;
CREATE TRIGGER history_attributions_insert AFTER INSERT ON attributions WHEN NOT EXISTS (SELECT 1 FROM operations WHERE open = 1) BEGIN INSERT INTO history_rows VALUES ('attributions', new.id, NULL, NULL, NULL); END;
CREATE TRIGGER history_attributions_update AFTER UPDATE ON attributions BEGIN INSERT INTO history_rows VALUES ('attributions', old.id, json_object('id', old.id, 'statement_id', old.statement_id, 'speaker_id', old.speaker_id, 'source_id', old.source_id, 'form', old.form, 'polarity', old.polarity, 'polarity_basis', old.polarity_basis, 'wording', old.wording, 'exact', old.exact, 'prefix', old.prefix, 'suffix', old.suffix, 'locator_label', old.locator_label, 'locator', old.locator, 'named_as', old.named_as, 'cue', old.cue, 'said', old.said, 'said_min', old.said_min, 'said_max', old.said_max, 'said_basis', old.said_basis, 'language', old.language, 'place', old.place, 'occasion', old.occasion, 'medium', old.medium, 'snapshot_id', old.snapshot_id, 'check_result', old.check_result, 'checked_at', old.checked_at, 'accepted_reason', old.accepted_reason, 'rank', old.rank, 'rank_reason', old.rank_reason, 'status', old.status, 'status_reason', old.status_reason, 'translator_id', old.translator_id, 'quoted_from_id', old.quoted_from_id, 'page_index', old.page_index), json_object('id', new.id, 'statement_id', new.statement_id, 'speaker_id', new.speaker_id, 'source_id', new.source_id, 'form', new.form, 'polarity', new.polarity, 'polarity_basis', new.polarity_basis, 'wording', new.wording, 'exact', new.exact, 'prefix', new.prefix, 'suffix', new.suffix, 'locator_label', new.locator_label, 'locator', new.locator, 'named_as', new.named_as, 'cue', new.cue, 'said', new.said, 'said_min', new.said_min, 'said_max', new.said_max, 'said_basis', new.said_basis, 'language', new.language, 'place', new.place, 'occasion', new.occasion, 'medium', new.medium, 'snapshot_id', new.snapshot_id, 'check_result', new.check_result, 'checked_at', new.checked_at, 'accepted_reason', new.accepted_reason, 'rank', new.rank, 'rank_reason', new.rank_reason, 'status', new.status, 'status_reason', new.status_reason, 'translator_id', new.translator_id, 'quoted_from_id', new.quoted_from_id, 'page_index', new.page_index), NULL); END;
CREATE TRIGGER history_attributions_delete AFTER DELETE ON attributions BEGIN INSERT INTO history_rows VALUES ('attributions', old.id, json_object('id', old.id, 'statement_id', old.statement_id, 'speaker_id', old.speaker_id, 'source_id', old.source_id, 'form', old.form, 'polarity', old.polarity, 'polarity_basis', old.polarity_basis, 'wording', old.wording, 'exact', old.exact, 'prefix', old.prefix, 'suffix', old.suffix, 'locator_label', old.locator_label, 'locator', old.locator, 'named_as', old.named_as, 'cue', old.cue, 'said', old.said, 'said_min', old.said_min, 'said_max', old.said_max, 'said_basis', old.said_basis, 'language', old.language, 'place', old.place, 'occasion', old.occasion, 'medium', old.medium, 'snapshot_id', old.snapshot_id, 'check_result', old.check_result, 'checked_at', old.checked_at, 'accepted_reason', old.accepted_reason, 'rank', old.rank, 'rank_reason', old.rank_reason, 'status', old.status, 'status_reason', old.status_reason, 'translator_id', old.translator_id, 'quoted_from_id', old.quoted_from_id, 'page_index', old.page_index), NULL, NULL); END;
CREATE TRIGGER history_captures_insert AFTER INSERT ON captures WHEN NOT EXISTS (SELECT 1 FROM operations WHERE open = 1) BEGIN INSERT INTO history_rows VALUES ('captures', new.id, NULL, NULL, NULL); END;
CREATE TRIGGER history_captures_update AFTER UPDATE ON captures BEGIN INSERT INTO history_rows VALUES ('captures', old.id, json_object('id', old.id, 'source_id', old.source_id, 'snapshot_id', old.snapshot_id, 'captured_at', old.captured_at, 'url', old.url, 'archive_url', old.archive_url, 'status', old.status, 'etag', old.etag, 'last_modified', old.last_modified, 'original_sha256', old.original_sha256, 'reason', old.reason), json_object('id', new.id, 'source_id', new.source_id, 'snapshot_id', new.snapshot_id, 'captured_at', new.captured_at, 'url', new.url, 'archive_url', new.archive_url, 'status', new.status, 'etag', new.etag, 'last_modified', new.last_modified, 'original_sha256', new.original_sha256, 'reason', new.reason), NULL); END;
CREATE TRIGGER history_captures_delete AFTER DELETE ON captures BEGIN INSERT INTO history_rows VALUES ('captures', old.id, json_object('id', old.id, 'source_id', old.source_id, 'snapshot_id', old.snapshot_id, 'captured_at', old.captured_at, 'url', old.url, 'archive_url', old.archive_url, 'status', old.status, 'etag', old.etag, 'last_modified', old.last_modified, 'original_sha256', old.original_sha256, 'reason', old.reason), NULL, NULL); END;
CREATE TRIGGER history_decisions_insert AFTER INSERT ON decisions WHEN NOT EXISTS (SELECT 1 FROM operations WHERE open = 1) BEGIN INSERT INTO history_rows VALUES ('decisions', new.id, NULL, NULL, NULL); END;
CREATE TRIGGER history_decisions_update AFTER UPDATE ON decisions BEGIN INSERT INTO history_rows VALUES ('decisions', old.id, json_object('id', old.id, 'first_id', old.first_id, 'second_id', old.second_id, 'about', old.about, 'decision', old.decision, 'reason', old.reason), json_object('id', new.id, 'first_id', new.first_id, 'second_id', new.second_id, 'about', new.about, 'decision', new.decision, 'reason', new.reason), NULL); END;
CREATE TRIGGER history_decisions_delete AFTER DELETE ON decisions BEGIN INSERT INTO history_rows VALUES ('decisions', old.id, json_object('id', old.id, 'first_id', old.first_id, 'second_id', old.second_id, 'about', old.about, 'decision', old.decision, 'reason', old.reason), NULL, NULL); END;
CREATE TRIGGER history_proposals_insert AFTER INSERT ON proposals WHEN NOT EXISTS (SELECT 1 FROM operations WHERE open = 1) BEGIN INSERT INTO history_rows VALUES ('proposals', new.id, NULL, NULL, NULL); END;
CREATE TRIGGER history_proposals_update AFTER UPDATE ON proposals BEGIN INSERT INTO history_rows VALUES ('proposals', old.id, json_object('id', old.id, 'snapshot_id', old.snapshot_id, 'place_key', old.place_key, 'text_key', old.text_key, 'stretches', old.stretches, 'form', old.form, 'polarity', old.polarity, 'speaker', old.speaker, 'speaker_slug', old.speaker_slug, 'named_as', old.named_as, 'speaker_start', old.speaker_start, 'speaker_end', old.speaker_end, 'speaker_kind', old.speaker_kind, 'unnamed', old.unnamed, 'cue', old.cue, 'via', old.via, 'said', old.said, 'said_basis', old.said_basis, 'confidence', old.confidence, 'reason', old.reason, 'engine', old.engine, 'state', old.state, 'attribution_id', old.attribution_id), json_object('id', new.id, 'snapshot_id', new.snapshot_id, 'place_key', new.place_key, 'text_key', new.text_key, 'stretches', new.stretches, 'form', new.form, 'polarity', new.polarity, 'speaker', new.speaker, 'speaker_slug', new.speaker_slug, 'named_as', new.named_as, 'speaker_start', new.speaker_start, 'speaker_end', new.speaker_end, 'speaker_kind', new.speaker_kind, 'unnamed', new.unnamed, 'cue', new.cue, 'via', new.via, 'said', new.said, 'said_basis', new.said_basis, 'confidence', new.confidence, 'reason', new.reason, 'engine', new.engine, 'state', new.state, 'attribution_id', new.attribution_id), NULL); END;
CREATE TRIGGER history_proposals_delete AFTER DELETE ON proposals BEGIN INSERT INTO history_rows VALUES ('proposals', old.id, json_object('id', old.id, 'snapshot_id', old.snapshot_id, 'place_key', old.place_key, 'text_key', old.text_key, 'stretches', old.stretches, 'form', old.form, 'polarity', old.polarity, 'speaker', old.speaker, 'speaker_slug', old.speaker_slug, 'named_as', old.named_as, 'speaker_start', old.speaker_start, 'speaker_end', old.speaker_end, 'speaker_kind', old.speaker_kind, 'unnamed', old.unnamed, 'cue', old.cue, 'via', old.via, 'said', old.said, 'said_basis', old.said_basis, 'confidence', old.confidence, 'reason', old.reason, 'engine', old.engine, 'state', old.state, 'attribution_id', old.attribution_id), NULL, NULL); END;
CREATE TRIGGER history_relays_insert AFTER INSERT ON relays WHEN NOT EXISTS (SELECT 1 FROM operations WHERE open = 1) BEGIN INSERT INTO history_rows VALUES ('relays', new.id, NULL, NULL, NULL); END;
CREATE TRIGGER history_relays_update AFTER UPDATE ON relays BEGIN INSERT INTO history_rows VALUES ('relays', old.id, json_object('id', old.id, 'attribution_id', old.attribution_id, 'hop', old.hop, 'speaker_id', old.speaker_id, 'cue', old.cue, 'named_as', old.named_as, 'cited_source_id', old.cited_source_id), json_object('id', new.id, 'attribution_id', new.attribution_id, 'hop', new.hop, 'speaker_id', new.speaker_id, 'cue', new.cue, 'named_as', new.named_as, 'cited_source_id', new.cited_source_id), NULL); END;
CREATE TRIGGER history_relays_delete AFTER DELETE ON relays BEGIN INSERT INTO history_rows VALUES ('relays', old.id, json_object('id', old.id, 'attribution_id', old.attribution_id, 'hop', old.hop, 'speaker_id', old.speaker_id, 'cue', old.cue, 'named_as', old.named_as, 'cited_source_id', old.cited_source_id), NULL, NULL); END;
CREATE TRIGGER history_spans_insert AFTER INSERT ON spans WHEN NOT EXISTS (SELECT 1 FROM operations WHERE open = 1) BEGIN INSERT INTO history_rows VALUES ('spans', new.id, NULL, NULL, NULL); END;
CREATE TRIGGER history_spans_update AFTER UPDATE ON spans BEGIN INSERT INTO history_rows VALUES ('spans', old.id, json_object('id', old.id, 'attribution_id', old.attribution_id, 'position', old.position, 'start', old.start, 'end', old."end", 'quoted', old.quoted), json_object('id', new.id, 'attribution_id', new.attribution_id, 'position', new.position, 'start', new.start, 'end', new."end", 'quoted', new.quoted), NULL); END;
CREATE TRIGGER history_spans_delete AFTER DELETE ON spans BEGIN INSERT INTO history_rows VALUES ('spans', old.id, json_object('id', old.id, 'attribution_id', old.attribution_id, 'position', old.position, 'start', old.start, 'end', old."end", 'quoted', old.quoted), NULL, NULL); END;
INSERT INTO alembic_version (version_num) VALUES ('0012');
PRAGMA application_id = 1332630117;
PRAGMA user_version = 12;
