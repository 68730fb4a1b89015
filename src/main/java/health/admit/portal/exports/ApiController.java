package health.admit.portal.exports;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import health.admit.portal.inventory.CredentialFilter;
import health.admit.portal.inventory.CredentialPage;
import health.admit.portal.inventory.FilterParameters;
import health.admit.portal.inventory.Inventory;
import health.admit.portal.inventory.Slice;
import health.admit.portal.signin.CurrentOperator;
import org.jspecify.annotations.Nullable;

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

	private final Inventory inventory;

	private final CurrentOperator current;

	private final MessageSource messages;

	ApiController(Inventory inventory, CurrentOperator current, MessageSource messages) {
		this.inventory = inventory;
		this.current = current;
		this.messages = messages;
	}

	@GetMapping("/index")
	IndexJson index() {
		return index(tenant(), CredentialFilter.ALL);
	}

	@GetMapping("/credentials")
	ResponseEntity<?> credentials(@RequestParam MultiValueMap<String, String> query,
			@RequestParam(name = "from", required = false) @Nullable String from,
			@RequestParam(name = "size", defaultValue = "100") String size) {
		Optional<Integer> rows = number(size);
		if (rows.isEmpty()) {
			return problem(HttpStatus.BAD_REQUEST, "exports.api.size");
		}
		UUID tenant = tenant();
		CredentialFilter filter = FilterParameters.of(query);
		IndexJson index = index(tenant, filter);
		CredentialPage page = this.inventory.page(tenant, filter, FilterParameters.sorting(query),
				new Slice(from, rows.get()));
		return ResponseEntity
			.ok(new CredentialsJson(index, page.rows().stream().map(CredentialJson::of).toList(), page.next()));
	}

	@GetMapping("/applications/{objectId}")
	ResponseEntity<?> application(@PathVariable("objectId") String id) {
		UUID tenant = tenant();
		return uuid(id).flatMap((objectId) -> application(tenant, objectId))
			.<ResponseEntity<?>>map(ResponseEntity::ok)
			.orElseGet(() -> problem(HttpStatus.NOT_FOUND, "exports.api.application"));
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

	private ResponseEntity<?> problem(HttpStatus status, String key) {
		return ResponseEntity.of(ProblemDetail.forStatusAndDetail(status,
				this.messages.getMessage(key, new Object[] { MOST }, LocaleContextHolder.getLocale())))
			.build();
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
