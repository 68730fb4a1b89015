package health.admit.sandbox.seed;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Names as applications of a health organisation have them.
 */
final class Vocabulary {

	private static final List<String> PLACES = List.of("Northgate", "Riverside", "St. Brigid", "Lakeview", "Harbour",
			"Old Mill", "Westfield", "Elm Park", "Kingsway", "Sunnyside", "Hilltop", "Mariners", "Castle Hill",
			"Eastwood", "Brookside", "Green Lane");

	private static final List<String> UNITS = List.of("Clinic", "Radiology", "Cardiology", "Imaging", "Pathology",
			"Oncology", "Pharmacy", "Maternity", "Research", "Registry", "Laboratory", "Emergency", "Paediatrics",
			"Dialysis");

	private static final List<String> THINGS = List.of("FHIR export", "DICOM gateway", "viewer", "appointments app",
			"patient portal", "results feed", "bulk loader", "dashboard", "de-identification job", "referral bridge",
			"SMART app", "archive sync", "mobile app", "device hub", "analytics", "terminology service");

	private static final List<String> OUTCOMES = List.of("Reads Patient and Observation resources.",
			"Sends studies to the DICOM service.", "Used by the ward staff.", "Runs every night at 02:00.",
			"Owned by the integration team.", "Pilot, to be decommissioned.");

	private Vocabulary() {
	}

	static String name(SplittableRandom random) {
		return pick(PLACES, random) + " " + pick(UNITS, random) + " " + pick(THINGS, random);
	}

	static String description(SplittableRandom random) {
		return pick(OUTCOMES, random);
	}

	static <T> T pick(List<T> from, SplittableRandom random) {
		return from.get(random.nextInt(from.size()));
	}

}
