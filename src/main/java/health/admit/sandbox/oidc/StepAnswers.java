package health.admit.sandbox.oidc;

import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * Shows the next step of a sign-in, or sends the browser back with the answer.
 */
@Component
class StepAnswers {

	private final Pages pages;

	private final AuthorizeAnswers answers;

	private final BrowserCookies cookies;

	private final BrowserSessions sessions;

	private final DeviceCodes deviceCodes;

	StepAnswers(Pages pages, AuthorizeAnswers answers, BrowserCookies cookies, BrowserSessions sessions,
			DeviceCodes deviceCodes) {
		this.pages = pages;
		this.answers = answers;
		this.cookies = cookies;
		this.sessions = sessions;
		this.deviceCodes = deviceCodes;
	}

	@Nullable ModelAndView show(Step step, HttpServletRequest request, HttpServletResponse response) {
		String browser = this.cookies.browser(request, response);
		return step
			.<Optional<ModelAndView>>fold((choose) -> Optional.of(this.pages.choosePerson(choose, browser, response)),
					(ask) -> Optional.of(this.pages.askConsent(ask, browser, response)),
					(admin) -> Optional.of(this.pages.askAdmin(admin, browser, response)),
					(finished) -> Optional.ofNullable(finish(finished, request, response)))
			.orElse(null);
	}

	/** Says no: to the client where one can tell it, else on a page. */
	@Nullable ModelAndView refuse(AuthorizeRequest.AnswerTo answerTo, boolean silent, Refusal refusal, UUID correlationId,
			HttpServletResponse response) {
		String redirectUri = answerTo.redirectUri();
		if (redirectUri == null || (AuthorizeRefusals.isShown(refusal) && !silent)) {
			return this.pages.refused(refusal, correlationId, response);
		}
		return send(this.answers.refused(answerTo, redirectUri, refusal, correlationId), response);
	}

	private @Nullable ModelAndView finish(Step.Finished finished, HttpServletRequest request,
			HttpServletResponse response) {
		this.cookies.sessionKey(request).ifPresent((key) -> this.sessions.visited(key, finished.client().appId()));
		AuthorizeRequest asked = finished.request();
		String redirectUri = asked.answerTo().redirectUri();
		return switch (asked.purpose()) {
			case CODE -> send(this.answers.granted(finished, (redirectUri != null) ? redirectUri : ""), response);
			case DEVICE -> approveDevice(finished, response);
			case ADMIN_CONSENT -> (redirectUri != null) ? send(this.answers.consented(asked, redirectUri), response)
					: this.pages.done("Consent is given", "Everybody in this directory can now use "
							+ finished.client().displayName() + ". You can close this window.", response);
		};
	}

	private ModelAndView approveDevice(Step.Finished finished, HttpServletResponse response) {
		String deviceCode = String.valueOf(finished.request().deviceCode());
		boolean approved = this.deviceCodes
			.change(deviceCode, DeviceCode.State.PENDING, (code) -> code.approved(finished.signedIn()))
			.isPresent();
		return approved
				? this.pages.done("You have signed in",
						"You have signed in to " + finished.client().displayName()
								+ " on your device. You can close this window.",
						response)
				: this.pages.deviceCode("", true, response);
	}

	private @Nullable ModelAndView send(AuthorizeAnswer answer, HttpServletResponse response) {
		if (answer.mode() == ResponseMode.FORM_POST) {
			return this.pages.formPost(answer, response);
		}
		PageHeaders.quiet(response);
		response.setStatus(HttpServletResponse.SC_FOUND);
		response.setHeader(HttpHeaders.LOCATION, answer.location());
		return null;
	}

}
