package health.admit.portal.expiry;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import health.admit.portal.inventory.Band;
import health.admit.portal.inventory.Completeness;
import health.admit.portal.inventory.CredentialKind;
import health.admit.portal.inventory.FilterParameters;
import health.admit.portal.inventory.OwnerState;
import health.admit.portal.inventory.Sorting;
import health.admit.portal.inventory.Source;
import health.admit.portal.inventory.WorkState;
import health.admit.portal.signin.PortalAddress;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Tells how other programs read the list that somebody looks at.
 */
@Controller
class ProgramsController {

	private static final List<Completeness> WORDS = List.of(Completeness.COMPLETE, Completeness.FAILED,
			Completeness.PARTIAL, Completeness.FIRST_PASS, Completeness.NEVER);

	private final PortalAddress address;

	ProgramsController(PortalAddress address) {
		this.address = address;
	}

	@GetMapping("/expiry/programs")
	String show(@RequestParam MultiValueMap<String, String> query, Model model) {
		Listing listing = Listing.of(query);
		model.addAttribute("list", listing.link());
		model.addAttribute("origin", this.address.origin());
		model.addAttribute("credentials", "/api/credentials?" + listing.query());
		model.addAttribute("parameters", parameters());
		model.addAttribute("words", WORDS.stream().map(FilterParameters::name).toList());
		return "expiry/programs";
	}

	private static Map<String, List<String>> parameters() {
		Map<String, List<String>> parameters = new LinkedHashMap<>();
		parameters.put("band", names(Band.values()));
		parameters.put("kind", names(CredentialKind.values()));
		parameters.put("source", names(Source.values()));
		parameters.put("owner", names(OwnerState.values()));
		parameters.put("work", names(WorkState.values()));
		parameters.put("covered", List.of("yes", "no"));
		parameters.put("too-long", List.of("yes", "no"));
		parameters.put("sort", names(Sorting.values()));
		return parameters;
	}

	private static List<String> names(Enum<?>[] constants) {
		return Arrays.stream(constants).map(FilterParameters::name).toList();
	}

}
