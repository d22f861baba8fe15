-- What tells the year of a report whose text does not state it, and which folder where one does: it
-- stood in the sentence of a doubt alone, from which it was read back.
ALTER TABLE provenance ADD COLUMN year_source TEXT
    CHECK (year_source IN ('properties', 'file', 'body', 'folder', 'plan', 'written'));
ALTER TABLE provenance ADD COLUMN year_folder TEXT;

UPDATE provenance SET year_source = (
    SELECT CASE
        WHEN says LIKE '年度取自文件夹“%' THEN 'folder'
        WHEN says = '年度取自文件名' THEN 'file'
        WHEN says = '年度取自网页或文件的属性' THEN 'properties'
        WHEN says = '年度取自正文中说得最多的年份' THEN 'body'
    END FROM doubt WHERE doubt.report = provenance.report AND kind = 'year'
) WHERE report IN (SELECT report FROM doubt WHERE kind = 'year');
UPDATE provenance SET year_folder = (
    SELECT replace(substr(says, length('年度取自文件夹“') + 1) || char(10), CASE
        WHEN says LIKE '%”，按报送年份的上一年推定' THEN '”，按报送年份的上一年推定' ELSE '”'
    END || char(10), '') FROM doubt WHERE doubt.report = provenance.report AND kind = 'year'
) WHERE year_source = 'folder';

UPDATE meta SET value = '12' WHERE key = 'schema';
