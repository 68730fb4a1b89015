package health.admit.portal.signin;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.htmlunit.Page;
import org.htmlunit.WebClient;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.HtmlElement;
import org.htmlunit.html.HtmlPage;

/**
 * Somebody with a browser that runs no scripts: keeps cookies, follows redirects between
 * portal and sandbox, signs in where asked and presses real buttons.
 */
final class Browser implements AutoCloseable {

	private final WebClient client = new WebClient();

	private final String origin;

	private final String userName;

	/**
	 * Opens a browser.
	 * @param origin of the portal
	 * @param userName of the person to pick on the sign-in page, or how it begins
	 */
	Browser(String origin, String userName) {
		this.origin = origin;
		this.userName = userName;
		this.client.getOptions().setJavaScriptEnabled(false);
		this.client.getOptions().setCssEnabled(false);
		this.client.getOptions().setThrowExceptionOnFailingStatusCode(false);
		this.client.getOptions().setPrintContentOnFailingStatusCode(false);
	}

	/**
	 * Opens a page and, where that leads to the sign-in pages, signs in and agrees.
	 */
	HtmlPage open(String path) {
		return arrive(load(path));
	}

	/**
	 * Opens a page and stays wherever that leads.
	 */
	HtmlPage load(String path) {
		try {
			return html(this.client.getPage(path.startsWith("/") ? this.origin + path : path));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Picks, agrees and goes on until the browser shows a page of the portal.
	 */
	HtmlPage arrive(HtmlPage page) {
		HtmlPage current = page;
		for (int steps = 0; steps < 6; steps++) {
			HtmlElement next = next(current);
			if (next == null) {
				return current;
			}
			current = press(next);
		}
		return current;
	}

	static HtmlPage press(DomElement element) {
		try {
			return html(element.click());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The browser itself, for cookies and headers. */
	WebClient browser() {
		return this.client;
	}

	private HtmlElement next(HtmlPage page) {
		if (isPortal(page) && page.getUrl().getPath().equals("/signin")) {
			return page.getFirstByXPath("//a[starts-with(@href, '/oauth2/authorization/')]");
		}
		if (isPortal(page)) {
			return null;
		}
		HtmlElement person = page.getFirstByXPath(
				"//button[@name='person'][.//*[starts-with(normalize-space(.), '" + this.userName + "')]]");
		return (person != null) ? person : page.getFirstByXPath("//button[@name='agree'][@value='true']");
	}

	private boolean isPortal(HtmlPage page) {
		return page.getUrl().toString().startsWith(this.origin + "/");
	}

	private static HtmlPage html(Page page) {
		if (page instanceof HtmlPage html) {
			return html;
		}
		throw new AssertionError("Not a page: " + page.getWebResponse().getContentAsString());
	}

	@Override
	public void close() {
		this.client.close();
	}

}
