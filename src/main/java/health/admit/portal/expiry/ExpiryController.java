package health.admit.portal.expiry;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import health.admit.portal.inventory.CredentialKey;
import health.admit.portal.inventory.Refreshing;
import health.admit.portal.signin.CurrentOperator;
import health.admit.portal.signin.DelegatedScope;
import health.admit.portal.signin.Delegation;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * The list of credentials that end, and claiming several of them at once.
 */
@Controller
class ExpiryController {

	/** As many as the longest page has rows. */
	private static final int MOST = 100;

	private final ListPage page;

	private final SavedViews views;

	private final WorkItems items;

	private final Refreshing refreshing;

	private final CurrentOperator current;

	private final Texts texts;

	ExpiryController(ListPage page, SavedViews views, WorkItems items, Refreshing refreshing, CurrentOperator current,
			Texts texts) {
		this.page = page;
		this.views = views;
		this.items = items;
		this.refreshing = refreshing;
		this.current = current;
		this.texts = texts;
	}

	@GetMapping("/expiry")
	String show(@RequestParam MultiValueMap<String, String> query, Model model) {
		Delegation delegation = this.current.delegation();
		this.refreshing.ifDue(delegation);
		this.page.all(delegation, Listing.of(query), model);
		model.addAttribute("views", this.views.seenBy(this.current.operator()));
		return "expiry/list";
	}

	/**
	 * The owners of the rows alone, while they are being read.
	 */
	@GetMapping("/expiry/owners")
	String owners(@RequestParam MultiValueMap<String, String> query, @RequestParam(defaultValue = "0") String left,
			Model model) {
		this.page.rows(this.current.delegation(), Listing.of(query), model);
		model.addAttribute("part", true);
		model.addAttribute("ownersLeft", Looking.again(left));
		return "expiry/rows :: owners";
	}

	/**
	 * The same list, after the operator has agreed that the portal may read people.
	 */
	@GetMapping("/expiry/people")
	String people(@RequestParam MultiValueMap<String, String> query) {
		this.current.require(DelegatedScope.DIRECTORY_READ);
		return "redirect:" + Listing.of(query).link();
	}

	@PostMapping("/expiry/claim")
	String claim(@RequestParam(name = "key", required = false) @Nullable List<String> keys,
			@RequestParam(defaultValue = "") String from, RedirectAttributes redirect) {
		List<CredentialKey> chosen = keys((keys != null) ? keys : List.of());
		int claimed = this.items.claim(this.current.operator(), chosen);
		redirect.addFlashAttribute("toast", this.texts.get("expiry.claimed", claimed, chosen.size()));
		return "redirect:" + Listing.of(parsed(from)).link();
	}

	/**
	 * The parameters of a query string that came in a field.
	 */
	static MultiValueMap<String, String> parsed(String query) {
		MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
		if (query.length() <= SavedViews.LONGEST_QUERY) {
			UriComponentsBuilder.newInstance()
				.query(query)
				.build()
				.getQueryParams()
				.forEach((name, values) -> values.forEach((value) -> parameters.add(name, decoded(value))));
		}
		return parameters;
	}

	private static String decoded(@Nullable String value) {
		try {
			return (value != null) ? UriUtils.decode(value, "UTF-8") : "";
		}
		catch (IllegalArgumentException ex) {
			return "";
		}
	}

	private static List<CredentialKey> keys(List<String> texts) {
		List<CredentialKey> keys = new ArrayList<>();
		for (String text : texts.subList(0, Math.min(texts.size(), MOST))) {
			String[] parts = text.split("/", 2);
			try {
				keys.add(new CredentialKey(UUID.fromString(parts[0]), UUID.fromString(parts[parts.length - 1])));
			}
			catch (IllegalArgumentException ex) {
				// Nothing the page sends: there is no such credential to claim.
				continue;
			}
		}
		return keys;
	}

}
