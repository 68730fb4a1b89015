package health.admit.portal.doctor;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what an error text of Entra, Graph or Azure is about. The patterns are bounded
 * and hold no nested repetition, so that no text can make them slow.
 */
final class Subjects {

	/** Longer than any error text; a description ends with its ids. */
	private static final int LONGEST_TEXT = 16 * 1024;

	private static final String ID = "([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})";

	private static final String QUOTED = "['\"]([^'\"\\r\\n]{1,512})['\"]";

	private static final List<Rule> RULES = List.of(
			rule(Subject.REDIRECT_URI, "(?:redirect|reply) (?:URI|URL|address) " + QUOTED),
			rule(Subject.CLIENT, "configured for the application " + QUOTED),
			rule(Subject.CLIENT, "Application with identifier " + QUOTED),
			rule(Subject.CLIENT, "application with ID " + QUOTED),
			rule(Subject.CLIENT, "client app(?:lication)? " + ID), rule(Subject.CLIENT, "Client app ID: " + ID),
			rule(Subject.CLIENT, "for (?:a secret added to )?app " + QUOTED),
			rule(Subject.CLIENT, "for app Id " + QUOTED),
			rule(Subject.CLIENT, "configured the application .{1,256} \\('" + ID),
			rule(Subject.CLIENT, "Application '" + ID), rule(Subject.CLIENT, "The client '" + ID),
			rule(Subject.AUDIENCE, "resource principal named ([^\\s'\"]{1,512}) was not found"),
			rule(Subject.AUDIENCE, "Resource value from request: ([^\\s'\"]{1,512}?)\\.?(?:\\s|$)"),
			rule(Subject.AUDIENCE, "The audience " + QUOTED + " is invalid"),
			rule(Subject.API, "Resource app ID: " + ID), rule(Subject.API, "access a service '" + ID),
			rule(Subject.API, "on the resource '" + ID), rule(Subject.API, "for the application '" + ID),
			rule(Subject.TENANT, "in the (?:directory|tenant)(?: named)? '?([^'\"\\r\\n]{1,256}?)'?\\. "),
			rule(Subject.TENANT, "service principal in the tenant " + ID), rule(Subject.TENANT, "Tenant " + QUOTED),
			rule(Subject.SCOPE, "asked for scope " + QUOTED),
			rule(Subject.SCOPE, "for scope ([^\\s'\"]{1,512}) is not valid"),
			rule(Subject.SCOPE, "The scope ([^'\"\\r\\n]{1,512}?) is not valid"),
			rule(Subject.USER, "user account ([^\\s'\"]{1,256}) (?:from|does|has)"),
			rule(Subject.USER, "signed in user " + QUOTED),
			rule(Subject.CERTIFICATE, "Thumbprint of key used by client: " + QUOTED),
			rule(Subject.ISSUER, "The issuer " + QUOTED), rule(Subject.ISSUER, "assertion issuer " + QUOTED),
			rule(Subject.PRINCIPAL, "with object id " + QUOTED),
			rule(Subject.PRINCIPAL, "Principal ([0-9a-fA-F]{32}) does not"), rule(Subject.PRINCIPAL, "Principal " + ID),
			rule(Subject.ACTION, "perform action " + QUOTED), rule(Subject.PLACE, "over scope " + QUOTED),
			rule(Subject.CORRELATION_ID, "(?:Correlation ID:|correlation_id\"?\\s?[:=]\\s?\"?)\\s?" + ID),
			rule(Subject.TRACE_ID, "(?:Trace ID:|trace_id\"?\\s?[:=]\\s?\"?)\\s?" + ID),
			rule(Subject.REQUEST_ID, "(?:x-ms-)?request-id\"?\\s?[:=]\\s?\"?\\s?" + ID),
			rule(Subject.TIMESTAMP, "Timestamp: ([0-9TZ :.-]{10,40})"));

	private Subjects() {
	}

	static Map<Subject, String> in(String text) {
		String bounded = (text.length() > LONGEST_TEXT) ? text.substring(0, LONGEST_TEXT) : text;
		Map<Subject, String> found = new EnumMap<>(Subject.class);
		for (Rule rule : RULES) {
			Matcher matcher = rule.pattern().matcher(bounded);
			if (!found.containsKey(rule.subject()) && matcher.find()) {
				found.put(rule.subject(), matcher.group(1).strip());
			}
		}
		return found;
	}

	private static Rule rule(Subject subject, String pattern) {
		return new Rule(subject, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE));
	}

	/**
	 * Where a value stands in a text.
	 */
	private record Rule(Subject subject, Pattern pattern) {
	}

}
