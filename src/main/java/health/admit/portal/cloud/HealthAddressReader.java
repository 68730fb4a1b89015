package health.admit.portal.cloud;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import health.admit.portal.cloud.HealthAddress.Accepted;
import health.admit.portal.cloud.HealthAddress.Problem;
import health.admit.portal.cloud.HealthAddress.Refused;
import org.jspecify.annotations.Nullable;

/**
 * Reads addresses of health data services by the rules of one cloud. Zones are from
 * Microsoft's table of private DNS zones.
 */
final class HealthAddressReader {

	private static final int LONGEST = 300;

	private static final String PUBLIC_ZONE = "azurehealthcareapis.com";

	private static final String GOVERNMENT_ZONE = "azurehealthcareapis.us";

	private static final Pattern ADDRESS = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://([^/]+)(/.*)?");

	private static final Pattern PORT = Pattern.compile("(.*):([0-9]*)");

	/** The last label is a number in some notation: an address, however written. */
	private static final Pattern NUMBER = Pattern.compile("(?:.*\\.)?(?:[0-9]+|0x[0-9a-f]*)");

	/** Workspace and service, each of at least two characters. */
	private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]*[a-z0-9]-[a-z0-9][a-z0-9-]*[a-z0-9]");

	private static final int LONGEST_NAME = 63;

	private static final Pattern VERSION = Pattern.compile("/v(?:1|2|1\\.0-prerelease)/?");

	private final Cloud cloud;

	private final @Nullable String zone;

	private HealthAddressReader(Cloud cloud, @Nullable String zone) {
		this.cloud = cloud;
		this.zone = zone;
	}

	static HealthAddressReader of(Cloud cloud) {
		return new HealthAddressReader(cloud, switch (cloud.name()) {
			case GLOBAL -> PUBLIC_ZONE;
			case US_GOV, US_GOV_DOD -> GOVERNMENT_ZONE;
			case CHINA, SANDBOX -> null;
		});
	}

	HealthAddress read(String text) {
		String address = trimmed(text);
		Problem unreadable = unreadable(address);
		if (unreadable != null) {
			return new Refused(unreadable);
		}
		if (this.cloud.isSandbox()) {
			return inSandbox(address);
		}
		Matcher parts = ADDRESS.matcher(address);
		if (!parts.matches()) {
			return new Refused(address.contains("://") ? Problem.NOT_AN_ADDRESS : Problem.SCHEME);
		}
		if (!parts.group(1).equalsIgnoreCase("https")) {
			return new Refused(Problem.SCHEME);
		}
		return inZone(parts.group(2).toLowerCase(Locale.ROOT), path(parts.group(3)));
	}

	/** Line ends and blanks come along when an address is copied. */
	private static String trimmed(String text) {
		return text.replaceFirst("^[ \\t\\r\\n]+", "").replaceFirst("[ \\t\\r\\n]+$", "");
	}

	private static @Nullable Problem unreadable(String text) {
		if (text.isEmpty()) {
			return Problem.EMPTY;
		}
		if (text.length() > LONGEST) {
			return Problem.TOO_LONG;
		}
		return text.chars()
			.mapToObj(HealthAddressReader::problem)
			.filter((problem) -> problem != null)
			.findFirst()
			.orElse(null);
	}

	private static @Nullable Problem problem(int character) {
		if (character > 126) {
			return Problem.NOT_ASCII;
		}
		return switch (character) {
			case '\\' -> Problem.BACKSLASH;
			case '%' -> Problem.ENCODED;
			case '@' -> Problem.USER_INFO;
			case '?', '#' -> Problem.QUERY;
			case '.', ':', '/', '-', '[', ']', '$', '_', '+' -> null;
			default -> Character.isLetterOrDigit(character) ? null : Problem.CHARACTER;
		};
	}

	private HealthAddress inZone(String authority, String path) {
		if (this.zone == null) {
			return new Refused(Problem.NO_SERVICES);
		}
		String host = authority;
		if (authority.startsWith("[")) {
			return new Refused(Problem.IP_ADDRESS);
		}
		Matcher port = PORT.matcher(authority);
		if (port.matches()) {
			host = port.group(1);
			if (!port.group(2).equals("443")) {
				return new Refused(NUMBER.matcher(host).matches() ? Problem.IP_ADDRESS : Problem.PORT);
			}
		}
		Problem wrong = wrongHost(host);
		return (wrong != null) ? new Refused(wrong) : service(host, path);
	}

	private @Nullable Problem wrongHost(String host) {
		if (NUMBER.matcher(host).matches()) {
			return Problem.IP_ADDRESS;
		}
		if (host.endsWith(".")) {
			return Problem.TRAILING_DOT;
		}
		List<String> labels = List.of(host.split("\\.", -1));
		if (labels.stream().anyMatch((label) -> label.startsWith("xn--"))) {
			return Problem.PUNYCODE;
		}
		String otherZone = PUBLIC_ZONE.equals(this.zone) ? GOVERNMENT_ZONE : PUBLIC_ZONE;
		if (host.endsWith("." + otherZone)) {
			return Problem.OTHER_CLOUD;
		}
		return host.endsWith("." + this.zone) ? null : Problem.OTHER_HOST;
	}

	private HealthAddress service(String host, String path) {
		List<String> labels = List.of(host.substring(0, host.length() - ("." + this.zone).length()).split("\\.", -1));
		String kind = labels.get(labels.size() - 1);
		if (labels.size() == 1) {
			return new Refused(Problem.RETIRED);
		}
		if (labels.size() != 2) {
			return new Refused(Problem.OTHER_HOST);
		}
		return switch (kind) {
			case "fhir" -> accepted(HealthApi.FHIR, "https://" + host, labels.get(0), path);
			case "dicom" -> accepted(HealthApi.DICOM, "https://" + host, labels.get(0), path);
			case "workspace" -> new Refused(Problem.WORKSPACE);
			default -> new Refused(Problem.OTHER_HOST);
		};
	}

	private HealthAddress inSandbox(String address) {
		String origin = this.cloud.resourceManager().toString();
		if (!isLoopback(this.cloud.resourceManager().getHost())) {
			return new Refused(Problem.NO_SERVICES);
		}
		if (!address.regionMatches(true, 0, origin + "/", 0, origin.length() + 1)) {
			return new Refused(address.contains("." + PUBLIC_ZONE) ? Problem.OTHER_CLOUD : Problem.OTHER_HOST);
		}
		List<String> parts = List.of(address.substring(origin.length() + 1).split("/", 3));
		if (parts.size() < 2) {
			return new Refused(Problem.PATH);
		}
		String base = origin + "/" + parts.get(0) + "/" + parts.get(1);
		String rest = (parts.size() == 3) ? "/" + parts.get(2) : "";
		return switch (parts.get(0)) {
			case "fhir" -> accepted(HealthApi.FHIR, base, parts.get(1), rest);
			case "dicom" -> accepted(HealthApi.DICOM, base, parts.get(1), rest);
			default -> new Refused(Problem.PATH);
		};
	}

	private static HealthAddress accepted(HealthApi api, String base, String name, String path) {
		if (!NAME.matcher(name).matches() || name.length() > LONGEST_NAME) {
			return new Refused(Problem.NAME);
		}
		boolean known = path.isEmpty() || path.equals("/")
				|| (api == HealthApi.DICOM && VERSION.matcher(path).matches());
		return known ? new Accepted(api, URI.create(base)) : new Refused(Problem.PATH);
	}

	private static boolean isLoopback(String host) {
		return host.equals("localhost") || host.matches("127(?:\\.[0-9]{1,3}){3}") || host.equals("[::1]");
	}

	private static String path(@Nullable String path) {
		return (path != null) ? path : "";
	}

}
