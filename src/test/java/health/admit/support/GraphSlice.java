package health.admit.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.util.StringUtils;

/**
 * Microsoft's published description of the part of Graph in use. It is no part of the
 * project: where it is not at hand nothing is checked against it.
 */
public final class GraphSlice {

	/** Parts of links that the service made itself. */
	private static final Set<String> LINK_TOKENS = Set.of("$skiptoken", "$deltatoken");

	/** Published operations that this part of the description does not hold. */
	private static final Set<String> ELSEWHERE = Set.of("/groups");

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final Optional<GraphSlice> INSTANCE = locate().map(GraphSlice::new);

	private final Path file;

	private final GraphMembers members;

	private final Set<String> nullable = new HashSet<>();

	private final OpenApiInteractionValidator validator;

	private final Map<String, Object> description;

	private GraphSlice(Path file) {
		this.file = file;
		this.description = read(file);
		this.members = new GraphMembers(this.description);
		collectNullable(this.description);
		this.validator = OpenApiInteractionValidator
			.createForInlineApiSpecification(JSON.writeValueAsString(this.description))
			.withBasePathOverride("/v1.0")
			// With allOf every part would refuse the members of the others; see
			// strangers.
			.withLevelResolver(LevelResolver.create()
				.withLevel("validation.schema.additionalProperties", ValidationReport.Level.IGNORE)
				.withLevel("validation.request.security", ValidationReport.Level.IGNORE)
				.build())
			.build();
	}

	public static Optional<GraphSlice> find() {
		return INSTANCE;
	}

	public Path file() {
		return this.file;
	}

	/**
	 * Whether the description says nothing of an operation.
	 * @param path its path or template, without the version
	 */
	public static boolean isElsewhere(String path) {
		return ELSEWHERE.contains(path);
	}

	/**
	 * The permissions published for an operation.
	 * @param template with {@code {}} for every key
	 */
	@SuppressWarnings("unchecked")
	public Optional<Map<String, Object>> permissions(String method, String template) {
		Map<String, Map<String, Map<String, Object>>> paths = (Map<String, Map<String, Map<String, Object>>>) this.description
			.get("paths");
		return paths.entrySet()
			.stream()
			.filter((path) -> path.getKey().replaceAll("\\{[^}]*}", "{}").equals(template))
			.map((path) -> path.getValue().get(method.toLowerCase(Locale.ROOT)))
			.filter(Objects::nonNull)
			.map((operation) -> (Map<String, Object>) operation.getOrDefault("x-ms-permissions", Map.of()))
			.findFirst();
	}

	/** What is wrong with an exchange; empty when it is valid. */
	public List<String> faults(String method, URI address, String body, int status, String answer) {
		String path = address.getPath().replaceFirst("^/v1\\.0(/myorganization)?", "");
		if (isElsewhere(path)) {
			return List.of();
		}
		SimpleRequest.Builder request = new SimpleRequest.Builder(Request.Method.valueOf(method), "/v1.0" + path)
			.withHeader("Authorization", "Bearer");
		parameters(address).forEach((parameter) -> request.withQueryParam(parameter[0], parameter[1]));
		if (StringUtils.hasText(body)) {
			request.withContentType("application/json").withBody(body);
		}
		SimpleResponse.Builder response = SimpleResponse.Builder.status(status);
		if (StringUtils.hasText(answer)) {
			response.withContentType(answer.startsWith("{") ? "application/json" : "text/plain")
				.withBody(withoutAllowedNulls(answer));
		}
		String exchange = method + " " + address.getPath() + " " + status + ": ";
		List<String> faults = new ArrayList<>();
		this.validator.validate(request.build(), response.build())
			.getMessages()
			.stream()
			.filter((message) -> message.getLevel() == ValidationReport.Level.ERROR)
			.forEach((message) -> faults
				.add(exchange + message.getKey() + " " + message.getMessage() + " " + message.getAdditionalInfo()));
		this.members.strangers(method, path, body, status, answer)
			.forEach((stranger) -> faults.add(exchange + stranger));
		return faults;
	}

	/**
	 * The validator refuses null where the description allows it beside a complex type.
	 */
	private String withoutAllowedNulls(String answer) {
		if (!answer.startsWith("{")) {
			return answer;
		}
		JsonNode json = JSON.readTree(answer);
		removeAllowedNulls(json);
		return json.toString();
	}

	private void removeAllowedNulls(JsonNode node) {
		if (node instanceof ObjectNode object) {
			this.nullable.stream().filter((name) -> object.path(name).isNull()).forEach(object::remove);
		}
		node.forEach(this::removeAllowedNulls);
	}

	private void collectNullable(Object node) {
		if (node instanceof Map<?, ?> map) {
			map.forEach((name, value) -> {
				if (value instanceof Map<?, ?> schema && schema.get("anyOf") instanceof List<?> choices
						&& choices.toString().contains("nullable=true")) {
					this.nullable.add(name.toString());
				}
				collectNullable(value);
			});
		}
		else if (node instanceof Collection<?> list) {
			list.forEach(this::collectNullable);
		}
	}

	private static List<String[]> parameters(URI address) {
		List<String[]> parameters = new ArrayList<>();
		if (address.getRawQuery() != null) {
			for (String pair : address.getRawQuery().split("&")) {
				String[] parts = pair.split("=", 2);
				String name = decode(parts[0]);
				if (!LINK_TOKENS.contains(name)) {
					parameters.add(new String[] { name, (parts.length > 1) ? decode(parts[1]) : "" });
				}
			}
		}
		return parameters;
	}

	private static String decode(String text) {
		return URLDecoder.decode(text, StandardCharsets.UTF_8);
	}

	private static Map<String, Object> read(Path file) {
		LoaderOptions options = new LoaderOptions();
		options.setMaxAliasesForCollections(100_000);
		options.setCodePointLimit(50_000_000);
		try {
			Map<String, Object> description = new Yaml(new SafeConstructor(options)).load(Files.readString(file));
			removeDiscriminators(description);
			return description;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The description names {@code @odata.type} as discriminator without declaring it as
	 * a property, which the validator takes for a broken schema.
	 */
	private static void removeDiscriminators(Object node) {
		if (node instanceof Map<?, ?> map) {
			map.remove("discriminator");
			map.values().forEach(GraphSlice::removeDiscriminators);
		}
		else if (node instanceof Collection<?> list) {
			list.forEach(GraphSlice::removeDiscriminators);
		}
	}

	private static Optional<Path> locate() {
		String given = System.getProperty("admit.shared");
		if (given != null) {
			return slice(Path.of(given));
		}
		for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
			Optional<Path> found = slice(folder.resolve("shared"));
			if (found.isPresent()) {
				return found;
			}
		}
		return Optional.empty();
	}

	private static Optional<Path> slice(Path shared) {
		Path file = shared.resolve("facts").resolve("graph-openapi-v1.0-slice.yaml");
		return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
	}

}
