package health.admit.portal.exports;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import health.admit.portal.inventory.CredentialFilter;
import health.admit.portal.inventory.CredentialPage;
import health.admit.portal.inventory.FilterParameters;
import health.admit.portal.inventory.Inventory;
import health.admit.portal.inventory.Slice;
import health.admit.portal.inventory.Sorting;
import health.admit.portal.signin.CurrentOperator;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The index for programs, as docs/api.md describes it.
 */
@RestController
@RequestMapping("/api")
class ApiController {

	private static final int MOST = 500;

	private static final int USUAL = 100;

	private static final int LONGEST_NAME = 100;

	private static final String SIZE = "size";

	private static final String FROM = "from";

	private final Inventory inventory;

	private final CurrentOperator current;

	private final MessageSource messages;

	ApiController(Inventory inventory, CurrentOperator current, MessageSource messages) {
		this.inventory = inventory;
		this.current = current;
		this.messages = messages;
	}

	@GetMapping("/index")
	ResponseEntity<?> index(@RequestParam MultiValueMap<String, String> query) {
		return refused(query).orElseGet(() -> ResponseEntity.ok(index(tenant(), CredentialFilter.ALL)));
	}

	@GetMapping("/credentials")
	ResponseEntity<?> credentials(@RequestParam MultiValueMap<String, String> query) {
		Sorting sorting = FilterParameters.sorting(query);
		for (Map.Entry<String, List<String>> parameter : query.entrySet()) {
			Optional<String> complaint = complaint(parameter.getKey(), parameter.getValue(), sorting);
			if (complaint.isPresent()) {
				return refusal(complaint.get(), parameter.getKey());
			}
		}
		return list(query, sorting);
	}

	@GetMapping("/applications/{objectId}")
	ResponseEntity<?> application(@PathVariable("objectId") String id,
			@RequestParam MultiValueMap<String, String> query) {
		UUID tenant = tenant();
		return refused(query).orElseGet(() -> uuid(id).flatMap((objectId) -> application(tenant, objectId))
			.<ResponseEntity<?>>map(ResponseEntity::ok)
			.orElseGet(() -> problem(HttpStatus.NOT_FOUND, text("exports.api.application"))));
	}

	private ResponseEntity<?> list(MultiValueMap<String, String> query, Sorting sorting) {
		UUID tenant = tenant();
		CredentialFilter filter = FilterParameters.of(query);
		IndexJson index = index(tenant, filter);
		int rows = Optional.ofNullable(query.getFirst(SIZE)).flatMap(ApiController::number).orElse(USUAL);
		CredentialPage page = this.inventory.page(tenant, filter, sorting, new Slice(query.getFirst(FROM), rows));
		return ResponseEntity
			.ok(new CredentialsJson(index, page.rows().stream().map(CredentialJson::of).toList(), page.next()));
	}

	/** What is wrong with a parameter of a list, as a message key. */
	private Optional<String> complaint(String name, List<String> values, Sorting sorting) {
		boolean one = values.size() == 1;
		return switch (name) {
			case SIZE ->
				(one && number(values.get(0)).isPresent()) ? Optional.empty() : Optional.of("exports.api.size");
			case FROM -> (one && this.inventory.isPlace(sorting, values.get(0))) ? Optional.empty()
					: Optional.of("exports.api.from");
			default -> {
				if (!FilterParameters.isKnown(name)) {
					yield Optional.of("exports.api.unknown");
				}
				yield FilterParameters.counts(name, values) ? Optional.empty() : Optional.of("exports.api.value");
			}
		};
	}

	private Optional<ResponseEntity<?>> refused(MultiValueMap<String, String> query) {
		return query.keySet().stream().findFirst().<ResponseEntity<?>>map((name) -> refusal("exports.api.none", name));
	}

	private Optional<ApplicationJson> application(UUID tenant, UUID objectId) {
		return this.inventory.application(tenant, objectId)
			.map((found) -> ApplicationJson.of(index(tenant, CredentialFilter.ALL), found,
					this.inventory.owners(tenant, List.of(objectId)).getOrDefault(objectId, List.of()),
					this.inventory.credentialsOf(tenant, objectId)));
	}

	private IndexJson index(UUID tenant, CredentialFilter filter) {
		return IndexJson
			.of(IndexStatement.of(this.inventory.freshness(tenant), this.inventory.undecided(tenant, filter)));
	}

	private UUID tenant() {
		return this.current.operator().tenant();
	}

	private ResponseEntity<?> refusal(String key, String name) {
		String shown = name.substring(0, Math.min(name.length(), LONGEST_NAME));
		return problem(HttpStatus.BAD_REQUEST, text(key, shown, MOST));
	}

	private ResponseEntity<?> problem(HttpStatus status, String detail) {
		return ResponseEntity.of(ProblemDetail.forStatusAndDetail(status, detail)).build();
	}

	private String text(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
	}

	private static Optional<Integer> number(String text) {
		return text.matches("[1-9][0-9]{0,2}") ? Optional.of(Integer.valueOf(text)).filter((size) -> size <= MOST)
				: Optional.empty();
	}

	/** Only the one form that is written everywhere; Java takes shorter ones too. */
	private static Optional<UUID> uuid(String text) {
		return text.matches("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? Optional.of(UUID.fromString(text))
				: Optional.empty();
	}

}
