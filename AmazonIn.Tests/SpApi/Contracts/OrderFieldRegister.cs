namespace AmazonIn.Tests.SpApi.Contracts;

/// <summary>
/// The register of Amazon's order fields (security.md, test R-01): each property of the published model that an order
/// can hold, with its class. A property that Amazon adds fails the test until somebody has decided.
/// </summary>
internal static class OrderFieldRegister
{
    public static IReadOnlyDictionary<string, FieldClass> Fields { get; } = Build();

    private static Dictionary<string, FieldClass> Build()
    {
        Dictionary<string, FieldClass> fields = new(StringComparer.Ordinal);
        string[] personal =
        [
            "Order.buyer", "Order.recipient", "Order.tax", "Buyer.buyerName", "Buyer.buyerEmail",
            "Buyer.buyerCompanyName", "Buyer.buyerPurchaseOrderNumber", "Recipient.deliveryAddress",
            "Recipient.deliveryPreference", "OrderTax.taxRegistrations", "CustomerAddress.name",
            "CustomerAddress.companyName", "CustomerAddress.addressLine1", "CustomerAddress.addressLine2",
            "CustomerAddress.addressLine3", "CustomerAddress.city", "CustomerAddress.districtOrCounty",
            "CustomerAddress.municipality", "CustomerAddress.postalCode", "CustomerAddress.phone",
            "DeliveryPreference.dropOffLocation", "DeliveryPreference.addressInstruction",
            "OrderTaxRegistration.legalName", "OrderTaxRegistration.taxRegistrationNumber",
            "ItemProduct.customization", "ItemFulfillment.packing", "ItemCustomization.customizedUrl",
            "ItemPacking.giftOption", "GiftOption.giftMessage",
        ];
        string[] notPersonal =
        [
            "Order.orderId", "Order.createdTime", "Order.lastUpdatedTime", "Order.programs", "Order.associatedOrders",
            "Order.proceeds", "Order.payment", "Order.fulfillment", "Order.orderItems", "Order.packages",
            "AssociatedOrder.orderId", "AssociatedOrder.associationType", "OrderProceeds.grandTotal",
            "OrderProceeds.breakdowns", "OrderPayment.paymentExecutions", "OrderFulfillment.fulfillmentStatus",
            "OrderFulfillment.fulfilledBy", "OrderFulfillment.shipByWindow", "OrderItem.orderItemId",
            "OrderItem.quantityOrdered", "OrderItem.product", "OrderItem.proceeds", "OrderItem.cancellation",
            "OrderItem.fulfillment", "OrderPackage.shipTime", "CustomerAddress.stateOrRegion",
            "CustomerAddress.countryCode", "Money.amount", "Money.currencyCode", "OrderProceedsBreakdown.type",
            "OrderProceedsBreakdown.subtotal", "PaymentExecution.paymentMethod", "OrderTaxRegistration.entityType",
            "DateTimeRange.latestDateTime", "ItemProduct.asin", "ItemProduct.title", "ItemProduct.sellerSku",
            "ItemProduct.price", "ItemProceeds.proceedsTotal", "ItemProceeds.breakdowns",
            "ItemCancellation.cancellationRequest", "ItemFulfillment.quantityFulfilled", "ItemPrice.unitPrice",
            "ItemProceedsBreakdown.type", "ItemProceedsBreakdown.subtotal", "ItemCancellationRequest.requester",
        ];
        string[] unused =
        [
            "Order.orderAliases", "Order.salesChannel", "Order.fulfillmentOrders", "Alias.aliasId", "Alias.aliasType",
            "SalesChannel.channelName", "SalesChannel.marketplaceId", "SalesChannel.marketplaceName",
            "OrderTax.taxInvoicing", "OrderFulfillment.fulfillmentServiceLevel", "OrderFulfillment.deliverByWindow",
            "OrderFulfillment.labelPrintingWindow", "OrderItem.measurement", "OrderItem.associatedOrderItems",
            "OrderItem.programs", "OrderItem.expense", "OrderItem.promotion", "OrderItem.tax",
            "OrderPackage.packageReferenceId", "OrderPackage.createdTime", "OrderPackage.packageStatus",
            "OrderPackage.carrier", "OrderPackage.shippingService", "OrderPackage.trackingNumber",
            "OrderPackage.shipFromAddress", "OrderPackage.packageItems", "FulfillmentOrder.fulfillmentOrderId",
            "CustomerAddress.extendedFields", "CustomerAddress.addressType", "DeliveryPreference.deliveryTime",
            "DeliveryPreference.deliveryCapabilities", "OrderProceedsBreakdown.status",
            "PaymentExecution.paymentAmount", "PaymentExecution.acquirerId", "PaymentExecution.cardBrand",
            "PaymentExecution.authorizationCode", "OrderTaxRegistration.taxRegistrationType",
            "OrderTaxRegistration.taxRegistrationAddress", "OrderTaxRegistration.taxRegistrationAttributes",
            "OrderTaxInvoicing.buyerInvoicePreference", "OrderTaxInvoicing.invoiceStatus",
            "DateTimeRange.earliestDateTime", "Measurement.unit", "Measurement.value", "AssociatedOrderItem.orderId",
            "AssociatedOrderItem.orderItemId", "AssociatedOrderItem.associationType", "ItemProduct.condition",
            "ItemProduct.serialNumbers", "ItemExpense.pointsCost", "ItemPromotion.breakdowns",
            "ItemCancellation.cancellationExecution", "ItemFulfillment.quantityUnfulfilled",
            "ItemFulfillment.picking", "ItemFulfillment.shipping", "ItemTax.taxCalculationBreakdowns",
            "ItemTax.taxCollections", "PackageStatus.status", "PackageStatus.detailedStatus", "MerchantAddress.name",
            "MerchantAddress.addressLine1", "MerchantAddress.addressLine2", "MerchantAddress.addressLine3",
            "MerchantAddress.city", "MerchantAddress.districtOrCounty", "MerchantAddress.stateOrRegion",
            "MerchantAddress.municipality", "MerchantAddress.postalCode", "MerchantAddress.countryCode",
            "PackageItem.orderItemId", "PackageItem.quantity", "PackageItem.transparencyCodes",
            "AddressExtendedFields.streetName", "AddressExtendedFields.streetNumber",
            "AddressExtendedFields.complement", "AddressExtendedFields.neighborhood",
            "PreferredDeliveryTime.businessHours", "PreferredDeliveryTime.exceptionDates",
            "TaxRegistrationAttribute.key", "TaxRegistrationAttribute.value", "ItemCondition.conditionType",
            "ItemCondition.conditionSubtype", "ItemCondition.conditionNote", "ItemPrice.priceDesignation",
            "ItemProceedsBreakdown.detailedBreakdowns", "ItemPointsCost.pointsGranted",
            "ItemPromotionBreakdown.promotionId", "ItemCancellationRequest.cancelReason",
            "ItemCancellationExecution.cancelledBy", "ItemCancellationExecution.cancelReason",
            "ItemPicking.substitutionPreference", "ItemPacking.serialNumberRequirement",
            "ItemShipping.scheduledDeliveryWindow", "ItemShipping.shippingConstraints",
            "ItemShipping.internationalShipping", "ItemTaxCalculationBreakdown.reportingScheme",
            "ItemTaxCollection.model", "ItemTaxCollection.responsibleParty", "BusinessHour.dayOfWeek",
            "BusinessHour.timeWindows", "ExceptionDate.exceptionDate", "ExceptionDate.exceptionDateType",
            "ExceptionDate.timeWindows", "ItemProceedsDetailedBreakdown.subtype",
            "ItemProceedsDetailedBreakdown.value", "PointsGranted.pointsNumber", "PointsGranted.pointsMonetaryValue",
            "ItemSubstitutionPreference.substitutionType", "ItemSubstitutionPreference.substitutionOptions",
            "GiftOption.giftWrapLevel", "SerialNumberRequirement.requirementType",
            "ItemShippingConstraints.palletDelivery", "ItemShippingConstraints.cashOnDelivery",
            "ItemShippingConstraints.signatureConfirmation", "ItemShippingConstraints.recipientIdentityVerification",
            "ItemShippingConstraints.recipientAgeVerification", "ItemInternationalShipping.iossNumber",
            "TimeWindow.startTime", "TimeWindow.endTime", "ItemSubstitutionOption.asin",
            "ItemSubstitutionOption.quantityOrdered", "ItemSubstitutionOption.sellerSku",
            "ItemSubstitutionOption.title", "ItemSubstitutionOption.measurement", "HourMinute.hour",
            "HourMinute.minute",
        ];
        Add(personal, FieldClass.Personal);
        Add(notPersonal, FieldClass.NotPersonal);
        Add(unused, FieldClass.Unused);
        return fields;

        void Add(string[] names, FieldClass kind)
        {
            foreach (var name in names)
            {
                fields.Add(name, kind);
            }
        }
    }
}
