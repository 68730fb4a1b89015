package health.admit.portal.web;

import java.time.Duration;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Remembers the appearance somebody chose, in a cookie that says nothing else.
 */
@Controller
class ThemeController {

	@PostMapping("/theme")
	ResponseEntity<Void> submit(@RequestParam(defaultValue = "auto") String theme,
			@RequestParam(defaultValue = "/") String from, HttpServletRequest request) {
		ResponseCookie cookie = ResponseCookie.from(Theme.COOKIE, Theme.of(theme).key())
			.path("/")
			.maxAge(Duration.ofDays(365))
			.httpOnly(true)
			.secure(request.isSecure())
			.sameSite("Lax")
			.build();
		return ResponseEntity.status(HttpStatus.SEE_OTHER)
			.header(HttpHeaders.SET_COOKIE, cookie.toString())
			.header(HttpHeaders.LOCATION, request.getContextPath() + OwnAddress.orHome(from))
			.build();
	}

}
