package health.admit.sandbox.arm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The built-in roles that matter here, with the actions they really have. Read from
 * {@code sandbox/azure-roles.txt}.
 */
@Component
class RoleDefinitions {

	private final Map<UUID, RoleDefinition> byId = new LinkedHashMap<>();

	RoleDefinitions() {
		for (String line : lines()) {
			List<String> cells = List.of(line.split("\t"));
			if (cells.get(0).equals("role")) {
				RoleDefinition role = new RoleDefinition(UUID.fromString(cells.get(1)), cells.get(2), cells.get(3),
						new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
				this.byId.put(role.id(), role);
			}
			else {
				list(last(), cells.get(0)).addAll(cells.subList(1, cells.size()));
			}
		}
	}

	List<RoleDefinition> all() {
		return List.copyOf(this.byId.values());
	}

	Optional<RoleDefinition> find(UUID id) {
		return Optional.ofNullable(this.byId.get(id));
	}

	private RoleDefinition last() {
		List<RoleDefinition> all = all();
		return all.get(all.size() - 1);
	}

	private static List<String> list(RoleDefinition role, String name) {
		return switch (name) {
			case "action" -> role.actions();
			case "notAction" -> role.notActions();
			case "dataAction" -> role.dataActions();
			case "notDataAction" -> role.notDataActions();
			default -> throw new IllegalStateException("Unknown line among the roles: " + name);
		};
	}

	private static List<String> lines() {
		try {
			return new ClassPathResource("sandbox/azure-roles.txt").getContentAsString(StandardCharsets.UTF_8)
				.lines()
				.filter((line) -> !line.isBlank() && !line.startsWith("#"))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
