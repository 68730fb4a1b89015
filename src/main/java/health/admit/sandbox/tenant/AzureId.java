package health.admit.sandbox.tenant;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * The id of something in Azure, such as {@code /subscriptions/s/resourceGroups/g}, which
 * is also a scope for roles. Case does not matter.
 *
 * @param text as it was written, without a slash at the end; {@code /} is the root
 */
public record AzureId(String text) {

	public static final AzureId ROOT = new AzureId("/");

	private static final String PROVIDERS = "providers";

	public AzureId {
		text = (text.length() > 1 && text.endsWith("/")) ? text.substring(0, text.length() - 1) : text;
		text = text.isEmpty() ? "/" : text;
	}

	/** The segments, as they were written. */
	public List<String> segments() {
		return Arrays.stream(this.text.split("/")).filter((part) -> !part.isEmpty()).toList();
	}

	/** Whether the other one is this one or lies below it. */
	public boolean contains(AzureId other) {
		return equals(ROOT) || same(other) || other.lower().startsWith(lower() + "/");
	}

	public boolean same(AzureId other) {
		return lower().equals(other.lower());
	}

	/** The id of the subscription it lies in, as it was written. */
	public @Nullable String subscription() {
		return valueOf(0, "subscriptions");
	}

	/** The name of the resource group it lies in. */
	public @Nullable String resourceGroup() {
		return valueOf(2, "resourceGroups");
	}

	/**
	 * The resource type, such as {@code Microsoft.HealthcareApis/workspaces} both for one
	 * workspace and for the list of them; empty when it cannot be told.
	 */
	public String type() {
		List<String> parts = segments();
		int provider = indexOfProvider(parts);
		if (provider < 0) {
			return typeWithoutProvider(parts);
		}
		StringBuilder type = new StringBuilder(parts.get(provider));
		for (int i = provider + 1; i < parts.size(); i += 2) {
			type.append('/').append(parts.get(i));
		}
		return type.toString();
	}

	/** Whether it names a list of things and not one thing. */
	public boolean isList() {
		List<String> parts = segments();
		int provider = indexOfProvider(parts);
		return (provider < 0) ? parts.size() % 2 == 1 : (parts.size() - provider) % 2 == 0;
	}

	/** What the things of a list lie in. */
	public AzureId container() {
		List<String> parts = segments();
		int provider = indexOfProvider(parts);
		int end = (provider >= 0 && provider == parts.size() - 2) ? provider - 1 : parts.size() - 1;
		return new AzureId("/" + String.join("/", parts.subList(0, end)));
	}

	/** The resource that this one is nested in; null when it is in none. */
	public @Nullable AzureId parent() {
		List<String> parts = segments();
		return (names().size() > 1) ? new AzureId("/" + String.join("/", parts.subList(0, parts.size() - 2))) : null;
	}

	/** The names along the way, such as workspace and service. */
	public List<String> names() {
		List<String> parts = segments();
		int provider = indexOfProvider(parts);
		return (provider < 0) ? List.of()
				: IntStream.range(provider + 1, parts.size())
					.filter((i) -> (i - provider) % 2 == 0)
					.mapToObj(parts::get)
					.toList();
	}

	/** The last segment. */
	public String name() {
		List<String> parts = segments();
		return parts.isEmpty() ? "" : parts.get(parts.size() - 1);
	}

	/** Under which it is kept in the store. */
	public UUID key() {
		return Ids.of("azure " + lower());
	}

	private String lower() {
		return this.text.toLowerCase(Locale.ROOT);
	}

	private @Nullable String valueOf(int index, String word) {
		List<String> parts = segments();
		return (parts.size() > index + 1 && parts.get(index).equalsIgnoreCase(word)) ? parts.get(index + 1) : null;
	}

	private static String typeWithoutProvider(List<String> parts) {
		if (parts.isEmpty() || parts.size() > 4 || !parts.get(0).equalsIgnoreCase("subscriptions")) {
			return "";
		}
		if (parts.size() <= 2) {
			return "Microsoft.Resources/subscriptions";
		}
		return parts.get(2).equalsIgnoreCase("resourceGroups") ? "Microsoft.Resources/subscriptions/resourceGroups"
				: "";
	}

	private static int indexOfProvider(List<String> parts) {
		for (int i = 0; i < parts.size() - 1; i++) {
			if (parts.get(i).equalsIgnoreCase(PROVIDERS)) {
				return i + 1;
			}
		}
		return -1;
	}

	@Override
	public String toString() {
		return this.text;
	}

}
