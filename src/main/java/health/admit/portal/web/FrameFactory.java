package health.admit.portal.web;

import java.time.Duration;

import health.admit.portal.cloud.Cloud;
import health.admit.portal.signin.CurrentOperator;
import health.admit.portal.signin.Operator;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.context.IWebContext;
import org.thymeleaf.web.IWebRequest;

/**
 * Makes the frame of the page that is being rendered.
 */
class FrameFactory {

	private final ObjectProvider<CurrentOperator> currentOperator;

	private final ObjectProvider<Cloud> cloud;

	private final String version;

	private final Duration idleLimit;

	FrameFactory(ObjectProvider<CurrentOperator> currentOperator, ObjectProvider<Cloud> cloud,
			ObjectProvider<BuildProperties> build, Duration idleLimit) {
		this.currentOperator = currentOperator;
		this.cloud = cloud;
		BuildProperties properties = build.getIfAvailable();
		this.version = (properties != null && properties.getVersion() != null) ? properties.getVersion() : "";
		this.idleLimit = idleLimit;
	}

	Frame frame(IExpressionContext context) {
		IWebRequest request = (context instanceof IWebContext web) ? web.getExchange().getRequest() : null;
		Cloud configured = this.cloud.getIfAvailable();
		return new Frame(operator(context), configured, theme(request), address(request), this.version,
				this.idleLimit.toSeconds(), null);
	}

	private @Nullable Operator operator(IExpressionContext context) {
		boolean signedIn = context instanceof IWebContext web && web.getExchange().getPrincipal() != null;
		CurrentOperator current = this.currentOperator.getIfAvailable();
		return (signedIn && current != null) ? current.operator() : null;
	}

	private static String theme(@Nullable IWebRequest request) {
		String[] cookies = (request != null) ? request.getCookieValues(Theme.COOKIE) : null;
		return Theme.of((cookies != null && cookies.length > 0) ? cookies[0] : null).key();
	}

	private static String address(@Nullable IWebRequest request) {
		if (request == null) {
			return "/";
		}
		String query = request.getQueryString();
		return request.getPathWithinApplication() + ((query != null) ? "?" + query : "");
	}

}
