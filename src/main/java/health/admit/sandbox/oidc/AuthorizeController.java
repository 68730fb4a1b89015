package health.admit.sandbox.oidc;

import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.ModelAndView;

import health.admit.sandbox.tenant.Client;

/**
 * Where a browser arrives to sign in or to consent for everyone.
 */
@Controller
class AuthorizeController {

	private final AuthorizeRequests requests;

	private final SignInFlow flow;

	private final StepAnswers answers;

	private final BrowserCookies cookies;

	AuthorizeController(AuthorizeRequests requests, SignInFlow flow, StepAnswers answers, BrowserCookies cookies) {
		this.requests = requests;
		this.flow = flow;
		this.answers = answers;
		this.cookies = cookies;
	}

	@RequestMapping(path = "/{tenant}/oauth2/v2.0/authorize", method = { RequestMethod.GET, RequestMethod.POST })
	@Nullable ModelAndView version2(@PathVariable String tenant, HttpServletRequest request, HttpServletResponse response) {
		return authorize(tenant, request, response, false);
	}

	@RequestMapping(path = "/{tenant}/oauth2/authorize", method = { RequestMethod.GET, RequestMethod.POST })
	@Nullable ModelAndView version1(@PathVariable String tenant, HttpServletRequest request, HttpServletResponse response) {
		return authorize(tenant, request, response, true);
	}

	@GetMapping({ "/{tenant}/adminconsent", "/{tenant}/v2.0/adminconsent" })
	@Nullable ModelAndView adminConsent(@PathVariable String tenant, HttpServletRequest request, HttpServletResponse response) {
		Form form = Form.of(request);
		Client client = this.requests.client(tenant, form);
		AuthorizeRequest.AnswerTo answerTo = form.has("redirect_uri") ? this.requests.answerTo(client, form)
				: AuthorizeRequest.AnswerTo.nobody();
		AuthorizeRequest asked = AuthorizeRequest.ofAdminConsent(tenant, client.appId(), answerTo,
				form.get("scope", ""));
		return step(asked, request, response);
	}

	private @Nullable ModelAndView authorize(String tenant, HttpServletRequest request, HttpServletResponse response,
			boolean version1) {
		Form form = Form.of(request);
		Client client = this.requests.client(tenant, form);
		AuthorizeRequest.AnswerTo answerTo = this.requests.answerTo(client, form);
		AuthorizeRequest asked;
		try {
			asked = this.requests.read(tenant, client, answerTo, form, version1);
		}
		catch (Refusal refusal) {
			return refuse(answerTo, false, refusal, request, response);
		}
		return step(asked, request, response);
	}

	private @Nullable ModelAndView step(AuthorizeRequest asked, HttpServletRequest request,
			HttpServletResponse response) {
		SignedIn signedIn = this.cookies.session(request).map(BrowserSessions.Session::signedIn).orElse(null);
		try {
			return this.answers.show(this.flow.next(asked, signedIn, SignInFlow.Settled.NOTHING), request, response);
		}
		catch (Refusal refusal) {
			return refuse(asked.answerTo(), asked.silent(), refusal, request, response);
		}
	}

	private @Nullable ModelAndView refuse(AuthorizeRequest.AnswerTo answerTo, boolean silent, Refusal refusal,
			HttpServletRequest request, HttpServletResponse response) {
		UUID correlationId = TokenRefusals.correlationId(request);
		return this.answers.refuse(answerTo, silent, refusal, correlationId, response);
	}

}
