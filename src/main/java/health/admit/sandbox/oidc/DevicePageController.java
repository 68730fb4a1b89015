package health.admit.sandbox.oidc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The page where one types the code that a device shows. Typing it changes nothing yet:
 * the person still has to say who they are, and sees for which application.
 */
@Controller
class DevicePageController {

	private final DeviceCodes codes;

	private final SignInFlow flow;

	private final StepAnswers answers;

	private final Pages pages;

	DevicePageController(DeviceCodes codes, SignInFlow flow, StepAnswers answers, Pages pages) {
		this.codes = codes;
		this.flow = flow;
		this.answers = answers;
		this.pages = pages;
	}

	@GetMapping({ "/devicelogin", "/common/oauth2/deviceauth" })
	ModelAndView show(@RequestParam(name = "otc", defaultValue = "") String typed, HttpServletResponse response) {
		return this.pages.deviceCode(typed, false, response);
	}

	@PostMapping({ "/devicelogin", "/common/oauth2/deviceauth" })
	@Nullable ModelAndView submit(@RequestParam(name = "otc", defaultValue = "") String typed, HttpServletRequest request,
			HttpServletResponse response) {
		DeviceCode code = this.codes.typed(typed).orElse(null);
		if (code == null) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return this.pages.deviceCode(typed, true, response);
		}
		Step next = this.flow.next(AuthorizeRequest.ofDevice(code), null, SignInFlow.Settled.NOTHING);
		return this.answers.show(next, request, response);
	}

}
