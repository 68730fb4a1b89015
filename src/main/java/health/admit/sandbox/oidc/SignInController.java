package health.admit.sandbox.oidc;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import health.admit.sandbox.tenant.Person;

/**
 * Takes the forms of the sign-in pages: who one is, and whether one agrees.
 */
@Controller
class SignInController {

	private static final Duration PATIENCE = Duration.ofHours(1);

	private final SealedNotes notes;

	private final BrowserCookies cookies;

	private final BrowserSessions sessions;

	private final SignInFlow flow;

	private final StepAnswers answers;

	private final PersonCheck people;

	private final ConsentCheck consent;

	private final DeviceCodes deviceCodes;

	private final SignInFaults faults;

	private final Clock clock;

	SignInController(SealedNotes notes, BrowserCookies cookies, BrowserSessions sessions, SignInFlow flow,
			StepAnswers answers, PersonCheck people, ConsentCheck consent, DeviceCodes deviceCodes, SignInFaults faults,
			Clock clock) {
		this.notes = notes;
		this.cookies = cookies;
		this.sessions = sessions;
		this.flow = flow;
		this.answers = answers;
		this.people = people;
		this.consent = consent;
		this.deviceCodes = deviceCodes;
		this.faults = faults;
		this.clock = clock;
	}

	@PostMapping("/common/login")
	@Nullable ModelAndView login(@RequestParam String flow, @RequestParam UUID person, HttpServletRequest request,
			HttpServletResponse response) {
		PendingNote note = open(flow, request);
		return guarded(note, request, response, () -> {
			Person chosen = this.people.enabled(person);
			SignedIn signedIn = proof(note.request(), chosen, request);
			Step next = this.flow.next(note.request(), signedIn, SignInFlow.Settled.PERSON);
			begin(signedIn, next, request, response);
			return next;
		});
	}

	@PostMapping("/common/consent")
	@Nullable ModelAndView consent(@RequestParam String flow, @RequestParam boolean agree,
			@RequestParam(defaultValue = "false") boolean everyone, HttpServletRequest request,
			HttpServletResponse response) {
		PendingNote note = open(flow, request);
		return guarded(note, request, response, () -> {
			if (!agree) {
				throw declined(note);
			}
			SignedIn signedIn = this.cookies.session(request)
				.map(BrowserSessions.Session::signedIn)
				.filter((present) -> present.person().equals(note.person()))
				.orElseThrow(AuthorizeRefusals::staleForm);
			Wanted wanted = (note.wanted() != null) ? note.wanted() : Wanted.NOTHING;
			boolean forAll = note.request().purpose() == AuthorizeRequest.Purpose.ADMIN_CONSENT || everyone;
			if ((forAll || wanted.needsAdmin()) && !note.forAll()) {
				throw ScopeRefusals.adminOnly();
			}
			Step next = this.flow.next(note.request(), signedIn, SignInFlow.Settled.CONSENT);
			next.fold((none) -> none, (none) -> none, (none) -> none, (finished) -> {
				this.consent.write(finished.client(), wanted, forAll ? null : signedIn.person());
				return finished;
			});
			return next;
		});
	}

	/** The same browser and person keep their session and only prove themselves again. */
	private SignedIn proof(AuthorizeRequest asked, Person chosen, HttpServletRequest request) {
		boolean strong = this.flow.wantsStrongProof(asked);
		Set<String> acrs = new LinkedHashSet<>(asked.claims().acrs());
		this.faults.authenticationContext().ifPresent(acrs::add);
		SignedIn fresh = new SignedIn(chosen.objectId(), UUID.randomUUID().toString(), this.clock.instant(), acrs,
				strong);
		return this.cookies.session(request)
			.map(BrowserSessions.Session::signedIn)
			.filter((present) -> present.person().equals(chosen.objectId()))
			.map((present) -> present.again(this.clock.instant(), acrs, strong))
			.orElse(fresh);
	}

	private void begin(SignedIn signedIn, Step next, HttpServletRequest request, HttpServletResponse response) {
		Set<UUID> clients = new LinkedHashSet<>();
		this.cookies.session(request)
			.filter((session) -> session.signedIn().sid().equals(signedIn.sid()))
			.ifPresent((session) -> clients.addAll(session.clients()));
		this.cookies.sessionKey(request).ifPresent(this.sessions::end);
		next.fold((none) -> false, (none) -> false, (none) -> false,
				(finished) -> clients.add(finished.client().appId()));
		this.cookies.rememberSession(this.sessions.begin(signedIn, clients), response);
	}

	private Refusal declined(PendingNote note) {
		String deviceCode = note.request().deviceCode();
		if (deviceCode != null) {
			this.deviceCodes.change(deviceCode, DeviceCode.State.PENDING,
					(code) -> code.now(DeviceCode.State.DECLINED));
		}
		return ScopeRefusals.declined();
	}

	/** The form is good only in the browser its page was made for. */
	private PendingNote open(String flow, HttpServletRequest request) {
		return this.notes.open(flow, PendingNote.class)
			.filter((note) -> this.cookies.knownBrowser(request).filter(note.browser()::equals).isPresent())
			.filter((note) -> this.clock.instant().isBefore(note.made().plus(PATIENCE)))
			.orElseThrow(AuthorizeRefusals::staleForm);
	}

	private @Nullable ModelAndView guarded(PendingNote note, HttpServletRequest request, HttpServletResponse response,
			Supplier<Step> next) {
		try {
			return this.answers.show(next.get(), request, response);
		}
		catch (Refusal refusal) {
			return this.answers.refuse(note.request().answerTo(), false, refusal, TokenRefusals.correlationId(request),
					response);
		}
	}

}
