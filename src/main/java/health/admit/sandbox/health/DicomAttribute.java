package health.admit.sandbox.health;

import java.util.Arrays;
import java.util.Optional;

/**
 * The attributes that searches are about, and those a seeded file consists of.
 */
enum DicomAttribute {

	SPECIFIC_CHARACTER_SET("00080005", "CS", "SpecificCharacterSet", Level.STUDY),

	SOP_CLASS_UID("00080016", "UI", "SOPClassUID", Level.INSTANCE),

	SOP_INSTANCE_UID("00080018", "UI", "SOPInstanceUID", Level.INSTANCE),

	STUDY_DATE("00080020", "DA", "StudyDate", Level.STUDY),

	STUDY_TIME("00080030", "TM", "StudyTime", Level.STUDY),

	ACCESSION_NUMBER("00080050", "SH", "AccessionNumber", Level.STUDY),

	MODALITY("00080060", "CS", "Modality", Level.SERIES),

	REFERRING_PHYSICIAN_NAME("00080090", "PN", "ReferringPhysicianName", Level.STUDY),

	STUDY_DESCRIPTION("00081030", "LO", "StudyDescription", Level.STUDY),

	SERIES_DESCRIPTION("0008103E", "LO", "SeriesDescription", Level.SERIES),

	PATIENT_NAME("00100010", "PN", "PatientName", Level.STUDY),

	PATIENT_ID("00100020", "LO", "PatientID", Level.STUDY),

	PATIENT_BIRTH_DATE("00100030", "DA", "PatientBirthDate", Level.STUDY),

	PATIENT_SEX("00100040", "CS", "PatientSex", Level.STUDY),

	STUDY_INSTANCE_UID("0020000D", "UI", "StudyInstanceUID", Level.STUDY),

	SERIES_INSTANCE_UID("0020000E", "UI", "SeriesInstanceUID", Level.SERIES),

	STUDY_ID("00200010", "SH", "StudyID", Level.STUDY),

	SERIES_NUMBER("00200011", "IS", "SeriesNumber", Level.SERIES),

	INSTANCE_NUMBER("00200013", "IS", "InstanceNumber", Level.INSTANCE),

	ROWS("00280010", "US", "Rows", Level.INSTANCE),

	COLUMNS("00280011", "US", "Columns", Level.INSTANCE);

	private final String tag;

	private final String representation;

	private final String keyword;

	private final Level level;

	DicomAttribute(String tag, String representation, String keyword, Level level) {
		this.tag = tag;
		this.representation = representation;
		this.keyword = keyword;
		this.level = level;
	}

	/** By keyword or tag. */
	static Optional<DicomAttribute> of(String name) {
		return Arrays.stream(values())
			.filter((each) -> each.keyword.equals(name) || each.tag.equalsIgnoreCase(name))
			.findFirst();
	}

	/** Eight hexadecimal digits. */
	String tag() {
		return this.tag;
	}

	/** The two letters of its value representation. */
	String representation() {
		return this.representation;
	}

	Level level() {
		return this.level;
	}

	/**
	 * What an attribute describes.
	 */
	enum Level {

		STUDY, SERIES, INSTANCE

	}

}
