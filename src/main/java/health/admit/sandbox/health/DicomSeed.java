package health.admit.sandbox.health;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The fictional studies every DICOM service begins with.
 */
final class DicomSeed {

	private static final String ROOT = "1.2.826.0.1.3680043.10.5432.";

	private static final String SECONDARY_CAPTURE = "1.2.840.10008.5.1.4.1.1.7";

	private DicomSeed() {
	}

	static List<DicomFile> files() {
		return List.of(file(1, 1, "Lind^Aurora", "CH-100001", "19740309", "20261005", "CR", "Chest"),
				file(1, 2, "Lind^Aurora", "CH-100001", "19740309", "20261005", "CR", "Chest"),
				file(2, 1, "Solli^Henrik", "CH-100004", "19510130", "20261102", "CT", "Abdomen"));
	}

	private static DicomFile file(int study, int instance, String... texts) {
		Map<DicomAttribute, String> attributes = new EnumMap<>(DicomAttribute.class);
		attributes.put(DicomAttribute.SPECIFIC_CHARACTER_SET, "ISO_IR 192");
		attributes.put(DicomAttribute.SOP_CLASS_UID, SECONDARY_CAPTURE);
		attributes.put(DicomAttribute.SOP_INSTANCE_UID, ROOT + study + ".1." + instance);
		attributes.put(DicomAttribute.SERIES_INSTANCE_UID, ROOT + study + ".1");
		attributes.put(DicomAttribute.STUDY_INSTANCE_UID, ROOT + study);
		attributes.put(DicomAttribute.PATIENT_NAME, texts[0]);
		attributes.put(DicomAttribute.PATIENT_ID, texts[1]);
		attributes.put(DicomAttribute.PATIENT_BIRTH_DATE, texts[2]);
		attributes.put(DicomAttribute.STUDY_DATE, texts[3]);
		attributes.put(DicomAttribute.MODALITY, texts[4]);
		attributes.put(DicomAttribute.STUDY_DESCRIPTION, texts[5]);
		attributes.put(DicomAttribute.ACCESSION_NUMBER, "A" + study);
		attributes.put(DicomAttribute.SERIES_NUMBER, "1");
		attributes.put(DicomAttribute.INSTANCE_NUMBER, Integer.toString(instance));
		attributes.put(DicomAttribute.ROWS, "512");
		attributes.put(DicomAttribute.COLUMNS, "512");
		return DicomFile.read(DicomWriter.write(attributes));
	}

}
