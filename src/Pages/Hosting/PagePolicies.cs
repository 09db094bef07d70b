using HnCe.Domain.Access;
using HnCe.Graph.Server;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Hosting;

/// <summary>
/// Which page takes which permission. Every page is closed to visitors unless it is listed as public, so a forgotten one is closed, not open.
/// The graph checks each field again; these policies only spare a person a page that would be empty.
/// </summary>
public static class PagePolicies
{
    private static readonly string[] Public =
    [
        "/Index", "/Error", "/Status", "/Elder", "/Accounts/Register", "/Accounts/Registered", "/Accounts/Progress", "/Accounts/Notice", "/Accounts/SignOut",
        "/Accounts/ForgotPassword", "/Accounts/ResetPassword", "/Accounts/SecondFactor",
        "/Organizations/RegisterEmployer", "/Organizations/RegisterInstitution", "/Organizations/RegisterBureau", "/Organizations/RegisterDepartment",
        "/Organizations/PickEmployer", "/Organizations/PickDepartment", "/Organizations/PickBureau", "/Organizations/PickIndustryDepartment",
        "/ReferenceData/PickCode", "/ReferenceData/PickRegion", "/Certificates/Verify", "/Clients/Continue",
    ];

    private static readonly Dictionary<string, Permission> Needed = new()
    {
        ["/Home/Index"] = Permission.UseOwnAccount,
        ["/Notifications/Index"] = Permission.UseOwnAccount,
        ["/Jobs/Index"] = Permission.UseOwnAccount,
        ["/Accounts/Profile"] = Permission.UseOwnAccount,
        ["/Accounts/Password"] = Permission.ChangeOwnPassword,
        ["/Accounts/TwoSteps"] = Permission.UseSecondFactor,
        ["/Accounts/Review"] = Permission.ReviewRegistrations,
        ["/Accounts/ReviewDetail"] = Permission.ReviewRegistrations,
        ["/Accounts/ReviewConfirm"] = Permission.ReviewRegistrations,
        ["/Organizations/Review"] = Permission.ReviewRegistrations,
        ["/Organizations/ReviewConfirm"] = Permission.ReviewRegistrations,
        ["/Organizations/ReviewDetail"] = Permission.ReviewRegistrations,
        ["/Organizations/Departments"] = Permission.ManageDepartments,
        ["/Organizations/Own"] = Permission.ViewOrganizations,
        ["/Accounts/Professionals"] = Permission.ManageProfessionals,
        ["/Accounts/Administrators"] = Permission.AddAdministrators,
        ["/Accounts/AddAdministrator"] = Permission.AddAdministrators,
        ["/Accounts/ConfirmAction"] = Permission.ViewAccounts,
        // Bureaus disable accounts too, but only the system administrator sees everybody.
        ["/Accounts/Users"] = Permission.KeepBaseData,
        ["/Organizations/Manage"] = Permission.ManageOrganizations,
        ["/Organizations/ManageAdministrators"] = Permission.ManageOrganizations,
        ["/Organizations/ManageDetail"] = Permission.ManageOrganizations,
        ["/Declarations/Mine"] = Permission.Declare,
        ["/Declarations/Declare"] = Permission.Declare,
        ["/Declarations/Withdraw"] = Permission.Declare,
        ["/Declarations/Object"] = Permission.Declare,
        ["/Declarations/Settle"] = Permission.ForwardDeclarations,
        ["/Declarations/Rules"] = Permission.KeepCreditRules,
        ["/Declarations/Rule"] = Permission.KeepCreditRules,
        ["/Declarations/Detail"] = Permission.ViewDeclarations,
        ["/Declarations/Forward"] = Permission.ForwardDeclarations,
        ["/Declarations/RegisterOnBehalf"] = Permission.ForwardDeclarations,
        ["/Declarations/Unit"] = Permission.ForwardDeclarations,
        ["/Declarations/Review"] = Permission.ReviewDeclarations,
        ["/Declarations/ReviewConfirm"] = Permission.ReviewDeclarations,
        ["/Declarations/ReviewEmployer"] = Permission.ReviewDeclarations,
        ["/Declarations/ReviewItem"] = Permission.ReviewDeclarations,
        ["/Credits/Mine"] = Permission.Declare,
        ["/Credits/People"] = Permission.ViewYearCompletions,
        ["/Credits/Person"] = Permission.ViewYearCompletions,
        ["/Credits/RequiredHours"] = Permission.KeepBaseData,
        ["/Credits/RequiredHoursEdit"] = Permission.KeepBaseData,
        ["/Certificates/Print"] = Permission.IssueCertificates,
        ["/ReferenceData/Bureaus"] = Permission.KeepBaseData,
        ["/ReferenceData/Bureau"] = Permission.KeepBaseData,
        ["/ReferenceData/Departments"] = Permission.KeepBaseData,
        ["/ReferenceData/Department"] = Permission.KeepBaseData,
        ["/ReferenceData/Natures"] = Permission.KeepBaseData,
        ["/ReferenceData/Affiliations"] = Permission.KeepBaseData,
        ["/ReferenceData/CodeItem"] = Permission.KeepBaseData,
        ["/Clients/Index"] = Permission.KeepClients,
        ["/Clients/Register"] = Permission.KeepClients,
        ["/Clients/Client"] = Permission.KeepClients,
        ["/Clients/Consent"] = Permission.UseOwnAccount,
        ["/Audit/Index"] = Permission.ViewAudit,
        ["/Developers/Docs"] = Permission.UseOwnAccount,
        ["/Developers/Playground"] = Permission.UseOwnAccount,
        ["/Training/Subjects"] = Permission.KeepSubjects,
        ["/Training/Subject"] = Permission.KeepSubjects,
        ["/Training/Plans"] = Permission.ConductTraining,
        ["/Training/Plan"] = Permission.ConductTraining,
        ["/Training/PlanDetail"] = Permission.ConductTraining,
        ["/Training/DeletePlans"] = Permission.ConductTraining,
        ["/Training/ImportScores"] = Permission.ConductTraining,
        ["/Training/ReviewPlans"] = Permission.ReviewTraining,
        ["/Training/ReviewPlan"] = Permission.ReviewTraining,
        ["/Training/ReviewPlansConfirm"] = Permission.ReviewTraining,
        ["/Training/Classes"] = Permission.ConductTraining,
        ["/Training/Class"] = Permission.ConductTraining,
        ["/Training/DeleteClasses"] = Permission.ConductTraining,
        ["/Training/Scores"] = Permission.ConductTraining,
        ["/Training/Score"] = Permission.ConductTraining,
        ["/Training/DeleteScores"] = Permission.ConductTraining,
        ["/Training/EnterScores"] = Permission.ConductTraining,
        ["/Training/Submissions"] = Permission.ConductTraining,
        ["/Training/Roster"] = Permission.ConductTraining,
        ["/Training/Submit"] = Permission.ConductTraining,
        ["/Training/ReviewSubmissions"] = Permission.ReviewTraining,
        ["/Training/ReviewSubmission"] = Permission.ReviewTraining,
        ["/Training/ReviewSubmissionsConfirm"] = Permission.ReviewTraining,
        ["/Training/ReviewTrainee"] = Permission.ReviewTraining,
    };

    // Roles that share a permission and do not share its pages.
    private static readonly Dictionary<string, UserType[]> Roles = new()
    {
        ["/Accounts/Review"] = [UserType.Employer],
        ["/Accounts/ReviewConfirm"] = [UserType.Employer],
        ["/Accounts/ReviewDetail"] = [UserType.Employer],
        ["/Organizations/Review"] = [UserType.LocalBureau, UserType.ProvincialDepartment],
        ["/Organizations/ReviewConfirm"] = [UserType.LocalBureau, UserType.ProvincialDepartment],
        ["/Organizations/ReviewDetail"] = [UserType.LocalBureau, UserType.ProvincialDepartment],
        ["/Organizations/Own"] = [UserType.Employer, UserType.Institution, UserType.IndustryDepartment],
    };

    public static IServiceCollection AddHnCePolicies(this IServiceCollection services)
    {
        services.AddSingleton<IAuthorizationHandler, PermissionHandler>().AddSingleton<IAuthorizationHandler, RoleHandler>();
        var authorization = services.AddAuthorizationBuilder();
        foreach (var (page, roles) in Roles)
        {
            authorization.AddPolicy(page, policy => policy.RequireAuthenticatedUser().AddRequirements(new RoleNeeded(roles)));
        }

        foreach (var permission in Enum.GetValues<Permission>())
        {
            authorization.AddPolicy(permission.ToString(), policy => policy.RequireAuthenticatedUser().AddRequirements(new PermissionNeeded(permission)));
        }

        // After all: the framework's own setup starts the conventions afresh, and what was added before it would be lost.
        services.AddOptions<RazorPagesOptions>().PostConfigure<IHostEnvironment>((options, environment) =>
        {
            options.Conventions.AuthorizeFolder("/");
            foreach (var page in Public)
            {
                options.Conventions.AllowAnonymousToPage(page);
            }

            foreach (var (page, permission) in Needed)
            {
                options.Conventions.AuthorizePage(page, permission.ToString());
            }

            foreach (var page in Roles.Keys)
            {
                options.Conventions.AuthorizePage(page, page);
            }

            if (environment.IsDevelopment())
            {
                options.Conventions.AllowAnonymousToFolder("/Pieces");
                options.Conventions.AllowAnonymousToFolder("/Developers");
            }
        });
        return services;
    }

    private sealed record PermissionNeeded(Permission Permission) : IAuthorizationRequirement;

    private sealed record RoleNeeded(UserType[] Roles) : IAuthorizationRequirement;

    private sealed class RoleHandler(IHttpContextAccessor accessor) : AuthorizationHandler<RoleNeeded>
    {
        protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RoleNeeded requirement)
        {
            if (accessor.HttpContext?.RequestServices.GetRequiredService<CallerHolder>().Caller.Role is { } role && requirement.Roles.Contains(role))
            {
                context.Succeed(requirement);
            }

            return Task.CompletedTask;
        }
    }

    private sealed class PermissionHandler(IHttpContextAccessor accessor) : AuthorizationHandler<PermissionNeeded>
    {
        protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionNeeded requirement)
        {
            if (accessor.HttpContext?.RequestServices.GetRequiredService<CallerHolder>().Caller.Can(requirement.Permission) == true)
            {
                context.Succeed(requirement);
            }

            return Task.CompletedTask;
        }
    }
}
