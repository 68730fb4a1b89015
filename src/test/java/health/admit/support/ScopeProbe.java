package health.admit.support;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

import health.admit.portal.signin.CurrentOperator;
import health.admit.portal.signin.DelegatedScope;
import health.admit.portal.signin.DelegatedTokens;
import health.admit.portal.signin.StepUpRequired;

/**
 * Pages that need one permission or another. Outside the portal's packages, so that only
 * a test that names it gets it.
 */
@Controller
@RequestMapping(path = "/registrations/probe", produces = "text/html")
public class ScopeProbe {

	private static final String AUTHENTICATION_CONTEXT = "{\"access_token\":{\"acrs\":{\"essential\":true,\"value\":\"c1\"}}}";

	private final CurrentOperator current;

	private final DelegatedTokens tokens;

	public ScopeProbe(CurrentOperator current, DelegatedTokens tokens) {
		this.current = current;
		this.tokens = tokens;
	}

	@GetMapping
	@ResponseBody
	String form(@RequestParam(required = false) DelegatedScope scope) {
		if (scope != null) {
			this.current.require(scope);
		}
		return "<html><head><title>Probe</title></head><body>" + this.current.operator().roles() + "</body></html>";
	}

	@PostMapping
	@ResponseBody
	String submit() {
		this.current.require(DelegatedScope.GRANT_WRITE);
		return "<html><head><title>Posted</title></head><body></body></html>";
	}

	@GetMapping("/token")
	@ResponseBody
	String token() {
		return "<html><head><title>Token</title></head><body>" + payload() + "</body></html>";
	}

	@GetMapping("/challenge")
	@ResponseBody
	String challenge() {
		if (!payload().contains("\"c1\"")) {
			this.tokens.forget(this.current.delegation());
			throw new StepUpRequired(Set.of(), AUTHENTICATION_CONTEXT);
		}
		return "<html><head><title>Answered</title></head><body></body></html>";
	}

	@GetMapping("/unanswerable")
	@ResponseBody
	String unanswerable() {
		throw new StepUpRequired(Set.of(), AUTHENTICATION_CONTEXT);
	}

	private String payload() {
		String token = this.tokens.graph(this.current.delegation(), Set.of(DelegatedScope.USER_READ));
		return new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
	}

}
