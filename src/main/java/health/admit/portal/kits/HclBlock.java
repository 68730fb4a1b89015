package health.admit.portal.kits;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A block of Terraform code in the layout of {@code terraform fmt}.
 */
final class HclBlock {

	private final String head;

	private final Map<String, String> attributes = new LinkedHashMap<>();

	private HclBlock(String head) {
		this.head = head;
	}

	/**
	 * A block.
	 * @param type of the block, such as {@code resource}
	 * @param labels of letters, digits and underscores
	 */
	static HclBlock of(String type, String... labels) {
		StringBuilder head = new StringBuilder(type);
		for (String label : labels) {
			head.append(" \"").append(label).append('"');
		}
		return new HclBlock(head.toString());
	}

	/** An attribute whose value is any text. */
	HclBlock text(String name, String value) {
		return expression(name, HclText.literal(value));
	}

	/** An attribute whose value is a list of texts. */
	HclBlock texts(String name, List<String> values) {
		return expression(name, values.stream().map(HclText::literal).collect(Collectors.joining(", ", "[", "]")));
	}

	/** An attribute whose value is a list of ids. */
	HclBlock ids(String name, List<UUID> values) {
		return texts(name, values.stream().map(UUID::toString).toList());
	}

	/** An attribute whose value is code of the portal's own. */
	HclBlock expression(String name, String code) {
		this.attributes.put(name, code);
		return this;
	}

	@Override
	public String toString() {
		int width = this.attributes.keySet().stream().mapToInt(String::length).max().orElse(0);
		List<String> lines = new ArrayList<>();
		lines.add(this.head + " {");
		this.attributes
			.forEach((name, value) -> lines.add("  " + name + " ".repeat(width - name.length()) + " = " + value));
		lines.add("}");
		return String.join("\n", lines) + "\n";
	}

}
