package health.admit.portal.azure;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import health.admit.portal.cloud.HealthApi;

/**
 * The id of a resource, a resource group or a subscription in Azure, such as
 * {@code /subscriptions/{id}/resourceGroups/{group}/providers/{type}/{name}}. Azure
 * writes the same id in different case from answer to answer, so case does not matter.
 *
 * @param text the id as Azure wrote it; safe to stand in the path of an address
 */
public record ResourceId(String text) {

	private static final String NAME = "[\\p{L}\\p{N}_()-](?:[\\p{L}\\p{N}._()-]{0,88}[\\p{L}\\p{N}_()-])?";

	private static final Pattern SHAPE = Pattern
		.compile("(?i)/subscriptions/(?<subscription>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}"
				+ "-[0-9a-f]{12})(?:/resourceGroups/(?<group>" + NAME
				+ ")(?:/providers/[a-z][a-z.]{1,63}(?<rest>(?:/[a-z]{1,63}/" + NAME + ")+))?)?");

	public ResourceId {
		if (!SHAPE.matcher(text).matches()) {
			throw new IllegalArgumentException("Not the id of a resource");
		}
	}

	/**
	 * Reads an id; empty when the text is none.
	 */
	public static Optional<ResourceId> parse(String text) {
		return SHAPE.matcher(text).matches() ? Optional.of(new ResourceId(text)) : Optional.empty();
	}

	/** The subscription. */
	public UUID subscription() {
		return UUID.fromString(group("subscription"));
	}

	/** The resource group; empty for a subscription. */
	public String resourceGroup() {
		return group("group");
	}

	/** The name of the resource itself, the last part of the id. */
	public String name() {
		return this.text.substring(this.text.lastIndexOf('/') + 1);
	}

	/** What kind of service this is; empty when it is none. */
	public Optional<HealthApi> health() {
		return Arrays.stream(HealthApi.values())
			.filter((api) -> isOf(ArmMapper.WORKSPACES + "/" + ArmMapper.type(api)))
			.findFirst();
	}

	/** Whether this lies below a scope, at any depth. */
	boolean liesIn(String scope) {
		return this.text.regionMatches(true, 0, scope + "/", 0, scope.length() + 1);
	}

	/** The id without its first slash, as it stands in the path of an address. */
	String path() {
		return this.text.substring(1);
	}

	/**
	 * Whether this is a resource of a type, such as
	 * {@code Microsoft.HealthcareApis/workspaces/fhirservices}.
	 */
	boolean isOf(String type) {
		String[] parts = type.split("/");
		StringBuilder shape = new StringBuilder(".*/providers/").append(Pattern.quote(parts[0]));
		for (int i = 1; i < parts.length; i++) {
			shape.append('/').append(parts[i]).append("/[^/]+");
		}
		return Pattern.compile(shape.toString(), Pattern.CASE_INSENSITIVE).matcher(this.text).matches();
	}

	/** The name of the resource this one lies in, such as a workspace. */
	public String parentName() {
		String[] parts = this.text.split("/");
		return (parts.length >= 4) ? parts[parts.length - 3] : "";
	}

	private String group(String name) {
		Matcher matcher = SHAPE.matcher(this.text);
		return (matcher.matches() && matcher.group(name) != null) ? matcher.group(name) : "";
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof ResourceId id && this.text.equalsIgnoreCase(id.text);
	}

	@Override
	public int hashCode() {
		return this.text.toLowerCase(Locale.ROOT).hashCode();
	}

	@Override
	public String toString() {
		return this.text;
	}

}
